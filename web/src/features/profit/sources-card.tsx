import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Amount } from "../../components/amount.tsx";
import { Card } from "../../components/card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Explain } from "../../components/explain.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { connectedProfitQueryOptions } from "../../data/connected-profit.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { explainReading } from "../transact/explain-reading.ts";
import { ProfitTable } from "./components/profit-table.tsx";
import { byOrigin } from "./model/profit-sources.ts";

interface SourcesCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
}

/** Which real profits a token is connected to: whose gains its income was, and by which way they arrived. */
export function SourcesCard({ snapshot, token }: SourcesCardProps): ReactNode {
  return (
    <Card
      id="profits"
      title="The real profits behind it"
      lead={
        <>
          Whose gains the income of {token.name} was, however many hands it went through. This is its{" "}
          <Explain term="connected profit">
            Gains that people realized anywhere, as far as they reached this token. Counted by the contracts’ own
            events, to the last digit; a gain that streams counts as far as it has come in.
          </Explain>
          .
        </>
      }
      flush
    >
      <Sources snapshot={snapshot} token={token} />
    </Card>
  );
}

function Sources({ snapshot, token }: SourcesCardProps): ReactNode {
  const parts = useQuery(connectedProfitQueryOptions(token.address));
  const groups = useMemo(() => parts.data && byOrigin(parts.data), [parts.data]);
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  if (parts.isError) {
    return (
      <div className="p-4 sm:p-6">
        <Notice tone="bad" title={explainReading(parts.error).title} />
      </div>
    );
  }
  if (groups === undefined) return <Skeleton className="m-6 h-40" />;
  if (groups.length === 0) {
    return (
      <EmptyState>
        Nothing came in yet. Gains of {token.kind === "network" ? "members" : token.name} stand here as soon as the
        first of them reaches {token.symbol}.
      </EmptyState>
    );
  }
  const whole = groups.reduce((sum, { amount }) => sum + amount, 0n);
  const people = groups.filter(({ key }) => key !== null).length;
  return (
    <>
      <p className="px-4 pb-3 text-table text-ink-2 sm:px-6">
        <Amount wei={whole} unit={unit} decimals={decimals} className="font-semibold" money /> came in,{" "}
        {sourceWords(people, people < groups.length)}.
      </p>
      <ProfitTable
        snapshot={snapshot}
        caption={`Whose gains the income of ${token.name} was`}
        header="Whose gain"
        amountHeader="Reached it"
        amountExplain={`What of this person’s gains came in for the holders of ${token.symbol}, turns around circles included.`}
        groups={groups}
        whole={whole}
        endsOf={(origin) => ({ origin, token: token.address })}
      />
    </>
  );
}

function sourceWords(people: number, gifts: boolean): string {
  if (people === 0) return "all of it as gifts";
  return `of the gains of ${people === 1 ? "one person" : `${people} people`}${gifts ? " and of gifts" : ""}`;
}
