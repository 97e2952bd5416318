import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { buttonClass } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { type OwnershipSnapshot, type TokenInfo, useOwnership } from "../../data/ownership.ts";
import { PageProblem } from "../token/page-problem.tsx";
import { PageSkeleton } from "../token/page-skeleton.tsx";
import { useHeld } from "../token/use-held.ts";
import { isBusy } from "../transact/transact-state.ts";
import { useTransact } from "../transact/use-transact.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import { LaunchForm } from "./components/launch-form.tsx";

/** Where a person launches a token in themselves. */
export function LaunchPage(): ReactNode {
  usePageTitle("Launch yours");
  const ownership = useOwnership();
  if (ownership.data === undefined) {
    return ownership.isError ? (
      <PageProblem error={ownership.error} onRetry={() => void ownership.refetch()} />
    ) : (
      <PageSkeleton label="Reading what is there already" />
    );
  }
  return <Launch snapshot={ownership.data} />;
}

function Launch(props: { readonly snapshot: OwnershipSnapshot }): ReactNode {
  const transact = useTransact("launch");
  const { state } = transact;
  const { address: account } = useWallet();
  // What this page is just launching does not count until its own page is shown.
  const snapshot = useHeld(props.snapshot, isBusy(state) || state.name === "indexed");
  const own = snapshot.tokens.get((account && snapshot.accounts.get(account)?.personalToken) ?? "0x");
  return (
    <div className="page py-8 sm:py-10">
      <h1 className="text-title">Launch yours</h1>
      <p className="mt-4 max-w-[58ch] text-lead text-ink-2">
        You divide yourself into shares. All of them are yours at first. Whoever owns a part of you, by your gift or
        because you staked it in a network, has that part of every gain you choose to share.
      </p>
      {own ? <Launched token={own} /> : <LaunchForm snapshot={snapshot} transact={transact} />}
    </div>
  );
}

function Launched({ token }: { readonly token: TokenInfo }): ReactNode {
  return (
    <div className="mt-8 max-w-[62ch]">
      <Notice
        title="You have a token already"
        action={
          <Link to="/person/$address" params={{ address: token.address }} className={buttonClass("secondary")}>
            Open {token.name}
          </Link>
        }
      >
        One person launches one token, for ever. This account’s is {token.name} ({token.symbol}).
      </Notice>
    </div>
  );
}
