import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import * as v from "valibot";
import { Identity } from "../../components/identity.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { PlainSkeleton } from "../../components/plain-skeleton.tsx";
import { useOwnership } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";
import { Columns } from "../token/columns.tsx";
import { PageProblem } from "../token/page-problem.tsx";
import { StaleNote } from "../token/stale-note.tsx";
import { useWallet } from "../wallet/use-wallet.ts";
import { DueCard } from "./components/due-card.tsx";
import { InvitePage } from "./components/invite-page.tsx";
import { JoinedCard } from "./components/joined-card.tsx";
import { OwnedCard } from "./components/owned-card.tsx";
import { PaymentsCard } from "./components/payments-card.tsx";
import { portfolioSearchSchema } from "./search.ts";

export { askClaimPlan } from "./model/claim-question.ts";

/** What an account owns and what is due to it; the connected account's, or the one that the link names. */
export function PortfolioPage(): ReactNode {
  const search = v.parse(portfolioSearchSchema, useSearch({ strict: false }));
  const { address: connected, restoring } = useWallet();
  usePageTitle("Portfolio");
  const account = search.account ?? connected;
  if (account === undefined) {
    return restoring ? <PlainSkeleton label="Connecting to your wallet" /> : <InvitePage />;
  }
  return <Portfolio key={account} account={account} own={account === connected} />;
}

function Portfolio({ account, own }: { readonly account: Address; readonly own: boolean }): ReactNode {
  const ownership = useOwnership();
  const snapshot = ownership.data;
  if (snapshot === undefined) {
    return ownership.isError ? (
      <PageProblem error={ownership.error} onRetry={() => void ownership.refetch()} />
    ) : (
      <PlainSkeleton label="Reading the portfolio" />
    );
  }
  return (
    <div className="page py-8 sm:py-10">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-title">{own ? "Your portfolio" : "Portfolio"}</h1>
        <Identity address={account} size={36} />
      </header>
      <StaleNote block={snapshot.block} />
      <Columns
        asideOnPhone="last"
        main={
          <>
            <DueCard snapshot={snapshot} account={account} own={own} />
            <OwnedCard snapshot={snapshot} account={account} own={own} />
          </>
        }
        aside={
          <>
            <JoinedCard snapshot={snapshot} account={account} own={own} />
            <PaymentsCard snapshot={snapshot} account={account} />
          </>
        }
      />
    </div>
  );
}
