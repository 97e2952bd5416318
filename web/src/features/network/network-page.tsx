import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { usePageTitle } from "../../components/page-title.ts";
import { networkQueryOptions } from "../../data/network.ts";
import { type OwnershipSnapshot, type TokenInfo, useOwnership } from "../../data/ownership.ts";
import { toAddress } from "../../lib/address.ts";
import { VotesCard } from "../govern/components/votes-card.tsx";
import { MoneyCard } from "../profit/money-card.tsx";
import { SourcesCard } from "../profit/sources-card.tsx";
import { Columns } from "../token/columns.tsx";
import { HoldingCard } from "../token/holding-card.tsx";
import { OwnersCard } from "../token/owners-card.tsx";
import { PageProblem } from "../token/page-problem.tsx";
import { PageSkeleton } from "../token/page-skeleton.tsx";
import { type PageSection, SectionNav } from "../token/section-nav.tsx";
import { StaleNote } from "../token/stale-note.tsx";
import { TokenHeader } from "../token/token-header.tsx";
import { TokenMissing } from "../token/token-missing.tsx";
import { useChainTime } from "../token/use-chain-time.ts";
import { ClothCard } from "./components/cloth-card.tsx";
import { FoundingCard } from "./components/founding-card.tsx";
import { MembersCard } from "./components/members-card.tsx";
import { NetworkFigures } from "./components/network-figures.tsx";
import { RecordCard } from "./components/record-card.tsx";
import { StakeCard } from "./components/stake-card.tsx";
import { StakedCard } from "./components/staked-card.tsx";
import { TermsCard } from "./components/terms-card.tsx";
import { foundingView } from "./model/founding-view.ts";

const route = getRouteApi("/network/$address");

const SECTIONS: readonly PageSection[] = [
  { id: "cloth", label: "Cloth" },
  { id: "stake", label: "Stake", beside: true },
  { id: "members", label: "Members" },
  { id: "votes", label: "Votes" },
  { id: "sponsors", label: "Sponsors" },
  { id: "money", label: "Money" },
  { id: "profits", label: "Profits" },
  { id: "owners", label: "Owners" },
  { id: "terms", label: "Terms" },
];

/** One network: its cloth, members, terms and founding, and the place to stake. */
export function NetworkPage(): ReactNode {
  const { address } = route.useParams();
  const ownership = useOwnership();
  const snapshot = ownership.data;
  const token = snapshot?.tokens.get(toAddress(address) ?? "0x");
  usePageTitle(token?.name);
  if (snapshot === undefined) {
    return ownership.isError ? (
      <PageProblem error={ownership.error} onRetry={() => void ownership.refetch()} />
    ) : (
      <PageSkeleton label="Reading the network’s page" />
    );
  }
  if (token?.kind !== "network") return <TokenMissing kind="network" address={address} />;
  return <Network key={token.address} snapshot={snapshot} token={token} />;
}

function Network(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const invited = route.useSearch({ select: ({ terms }) => terms });
  const record = useQuery(networkQueryOptions(token.address));
  const now = useChainTime(snapshot);
  const founding = useMemo(() => (record.data ? foundingView(record.data, now) : undefined), [record.data, now]);
  const foundingCard = founding !== undefined && founding.state !== "complete" && (
    <FoundingCard snapshot={snapshot} token={token} founding={founding} now={now} />
  );
  return (
    <div className="pb-8 sm:pb-10">
      <div className="page pt-8 sm:pt-10">
        <TokenHeader token={token} />
        <div className="mt-8 grid gap-2 sm:mt-10">
          <NetworkFigures snapshot={snapshot} token={token} />
          <StaleNote block={snapshot.block} />
        </div>
      </div>
      <SectionNav sections={SECTIONS} />
      <div className="page">
        <Columns
          under="sections"
          asideOnPhone={invited === undefined ? "after-first" : "first"}
          main={
            <>
              <ClothCard snapshot={snapshot} token={token} />
              <MembersCard snapshot={snapshot} token={token} record={record} />
              <VotesCard snapshot={snapshot} network={token} now={now} />
              <RecordCard snapshot={snapshot} token={token} now={now} />
              <MoneyCard snapshot={snapshot} token={token} />
              <SourcesCard snapshot={snapshot} token={token} />
              <OwnersCard snapshot={snapshot} token={token} />
              <TermsCard snapshot={snapshot} token={token} record={record} now={now} />
            </>
          }
          aside={
            <>
              {invited === undefined && foundingCard}
              <StakeCard
                key={invited}
                snapshot={snapshot}
                token={token}
                record={record}
                founding={founding}
                invited={invited}
                now={now}
              />
              {invited !== undefined && foundingCard}
              {record.data && founding && (
                <StakedCard snapshot={snapshot} token={token} record={record.data} founding={founding} now={now} />
              )}
              <HoldingCard snapshot={snapshot} token={token} />
            </>
          }
        />
      </div>
    </div>
  );
}
