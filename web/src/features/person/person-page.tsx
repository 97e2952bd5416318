import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePageTitle } from "../../components/page-title.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { useOwnership } from "../../data/ownership.ts";
import { type PersonRecord, personQueryOptions } from "../../data/person.ts";
import { personSettingsQueryOptions } from "../../data/person-settings.ts";
import { toAddress } from "../../lib/address.ts";
import { MoneyCard } from "../profit/money-card.tsx";
import { ReachedCard } from "../profit/reached-card.tsx";
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
import { TreasuryCard } from "../token/treasury-card.tsx";
import { useChainTime } from "../token/use-chain-time.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import { GainsCard } from "./components/gains-card.tsx";
import { HandOversCard } from "./components/hand-overs-card.tsx";
import { NetworksCard } from "./components/networks-card.tsx";
import { PersonFigures } from "./components/person-figures.tsx";
import { GiveCard, RealizeCard } from "./components/realize-card.tsx";
import { AcceptCard } from "./manage/components/accept-card.tsx";
import { YourTokenCard } from "./manage/components/your-token-card.tsx";
import { personalTokenAt } from "./model/person-view.ts";

const route = getRouteApi("/person/$address");

/** The cards that a person's page has: two are there only where they have something to say. */
function sectionsOf(token: TokenInfo, record: PersonRecord | null | undefined): readonly PageSection[] {
  return [
    { id: "gains", label: "Gains" },
    { id: "money", label: "Money" },
    { id: "profits", label: "Profits" },
    ...(token.totalRealized ? [{ id: "reached", label: "Reached" }] : []),
    { id: "owners", label: "Owners" },
    { id: "networks", label: "Networks" },
    { id: "treasury", label: "Treasury" },
    ...(record?.handOvers.length ? [{ id: "control", label: "Control" }] : []),
  ];
}

/** One person: gains, who owns them, the networks they are in; for the person, the place to realize a gain. */
export function PersonPage(): ReactNode {
  const { address } = route.useParams();
  const ownership = useOwnership();
  const snapshot = ownership.data;
  const token = snapshot && personalTokenAt(snapshot, toAddress(address) ?? "0x");
  usePageTitle(token?.name);
  if (snapshot === undefined) {
    return ownership.isError ? (
      <PageProblem error={ownership.error} onRetry={() => void ownership.refetch()} />
    ) : (
      <PageSkeleton label="Reading the person’s page" />
    );
  }
  if (token === undefined) return <TokenMissing kind="person" address={address} />;
  return <Person key={token.address} snapshot={snapshot} token={token} />;
}

function Person(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const record = useQuery(personQueryOptions(token.address));
  const { address: account } = useWallet();
  const isPerson = account !== undefined && account === token.person;
  const settings = useQuery({ ...personSettingsQueryOptions(token.address), enabled: isPerson });
  const now = useChainTime(snapshot);
  return (
    <div className="pb-8 sm:pb-10">
      <div className="page pt-8 sm:pt-10">
        <TokenHeader token={token} links={record.data?.links ?? []} />
        <div className="mt-8 grid gap-2 sm:mt-10">
          <PersonFigures snapshot={snapshot} token={token} />
          <StaleNote block={snapshot.block} />
        </div>
      </div>
      <SectionNav sections={sectionsOf(token, record.data)} />
      <div className="page">
        <Columns
          under="sections"
          asideOnPhone={account === undefined ? "last" : "first"}
          main={
            <>
              <GainsCard snapshot={snapshot} token={token} record={record} />
              <MoneyCard snapshot={snapshot} token={token} />
              <SourcesCard snapshot={snapshot} token={token} />
              <ReachedCard snapshot={snapshot} token={token} />
              <OwnersCard snapshot={snapshot} token={token} />
              <NetworksCard snapshot={snapshot} token={token} record={record} />
              <TreasuryCard snapshot={snapshot} token={token} />
              {record.data && <HandOversCard handOvers={record.data.handOvers} />}
            </>
          }
          aside={
            <>
              {account && record.data && (
                <AcceptCard key={account} {...{ snapshot, token, account }} record={record.data} />
              )}
              <HoldingCard snapshot={snapshot} token={token} />
              {isPerson ? (
                <RealizeCard snapshot={snapshot} token={token} />
              ) : (
                <GiveCard snapshot={snapshot} token={token} />
              )}
              {isPerson && record.data && settings.data && (
                <YourTokenCard {...{ snapshot, token, now }} record={record.data} settings={settings.data} />
              )}
            </>
          }
        />
      </div>
    </div>
  );
}
