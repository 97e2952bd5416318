import type { ReactNode } from "react";
import { usePageTitle } from "../../components/page-title.ts";
import { PlainSkeleton } from "../../components/plain-skeleton.tsx";
import { type OwnershipSnapshot, useOwnership } from "../../data/ownership.ts";
import { PageProblem } from "../token/page-problem.tsx";
import { useHeld } from "../token/use-held.ts";
import { isBusy } from "../transact/transact-state.ts";
import { useTransact } from "../transact/use-transact.ts";
import { FoundingForm } from "./components/founding-form.tsx";

/** Where founders form a network. */
export function FormPage(): ReactNode {
  usePageTitle("Form a network");
  const ownership = useOwnership();
  if (ownership.data === undefined) {
    return ownership.isError ? (
      <PageProblem error={ownership.error} onRetry={() => void ownership.refetch()} />
    ) : (
      <PlainSkeleton label="Reading who is there" />
    );
  }
  return <Form snapshot={ownership.data} />;
}

function Form(props: { readonly snapshot: OwnershipSnapshot }): ReactNode {
  const transact = useTransact("form");
  const { state } = transact;
  const snapshot = useHeld(props.snapshot, isBusy(state) || state.name === "indexed");
  return (
    <div className="page py-8 sm:py-10">
      <h1 className="text-title">Form a network</h1>
      <p className="mt-4 max-w-[58ch] text-lead text-ink-2">
        Each founder hands over a part of themselves and receives a part of the whole. From then on each gains when any
        of them gains.
      </p>
      <FoundingForm snapshot={snapshot} transact={transact} />
    </div>
  );
}
