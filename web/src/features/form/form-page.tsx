import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { usePageTitle } from "../../components/page-title.ts";
import { PlainSkeleton } from "../../components/plain-skeleton.tsx";
import { foundersQueryOptions } from "../../data/founders.ts";
import { useNames } from "../../data/names/use-names.ts";
import { type Address, toAddress } from "../../lib/address.ts";
import { useDraft } from "../../lib/use-draft.ts";
import { PageProblem } from "../token/page-problem.tsx";
import { useHeld } from "../token/use-held.ts";
import { isBusy } from "../transact/transact-state.ts";
import { useTransact } from "../transact/use-transact.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import { FoundingForm } from "./components/founding-form.tsx";
import { EMPTY_FORM, type FounderDraft, formDraftSchema, openingFounders } from "./model/form-draft.ts";

/** Where founders form a network. */
export function FormPage(): ReactNode {
  usePageTitle("Form a network");
  const { address: account } = useWallet();
  const names = useNames(account);
  if (account !== undefined && names === undefined) return <Reading />;
  return <Form account={account} own={account && names?.accounts.get(account)?.personalToken} />;
}

const Reading = (): ReactNode => <PlainSkeleton label="Reading who is there" />;

interface FormProps {
  readonly account: Address | undefined;
  /** The account's personal token, the founder that the page suggests. */
  readonly own: Address | undefined;
}

function Form({ account, own }: FormProps): ReactNode {
  const transact = useTransact("form");
  const { state } = transact;
  const [draft, setDraft] = useDraft("weft:form", formDraftSchema, EMPTY_FORM);
  const founders = useMemo(() => draft.founders ?? openingFounders(own), [draft.founders, own]);
  const answer = useQuery(foundersQueryOptions(membersOf(founders), accountsOf(founders, account)));
  const facts = useHeld(answer.data, isBusy(state) || state.name === "indexed");
  if (facts === undefined) {
    return answer.isError ? <PageProblem error={answer.error} onRetry={() => void answer.refetch()} /> : <Reading />;
  }
  return (
    <div className="page py-8 sm:py-10">
      <h1 className="text-title">Form a network</h1>
      <p className="mt-4 max-w-[58ch] text-lead text-ink-2">
        Each founder hands over a part of themselves and receives a part of the whole. From then on each gains when any
        of them gains.
      </p>
      <FoundingForm
        facts={facts}
        asking={answer.isPlaceholderData}
        draft={draft}
        onDraftChange={setDraft}
        founders={founders}
        account={account}
        transact={transact}
      />
    </div>
  );
}

function membersOf(founders: readonly FounderDraft[]): readonly Address[] {
  return founders.flatMap(({ member }) => toAddress(member) ?? []);
}

/** Who may stake: those who are named, and the one who is connected. */
function accountsOf(founders: readonly FounderDraft[], connected: Address | undefined): readonly Address[] {
  return [
    ...founders.flatMap(({ account }) => toAddress(account?.trim() ?? "") ?? []),
    ...(connected ? [connected] : []),
  ];
}
