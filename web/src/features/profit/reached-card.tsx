import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Amount } from "../../components/amount.tsx";
import { Card } from "../../components/card.tsx";
import { Explain } from "../../components/explain.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { Solving } from "../../components/solving.tsx";
import { originQueryOptions } from "../../data/connected-profit.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { useOwnershipAnswer } from "../../data/ownership-answer.ts";
import { explainReading } from "../transact/explain-reading.ts";
import { ProfitTable } from "./components/profit-table.tsx";
import { byToken } from "./model/profit-sources.ts";

interface ReachedCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
}

/** What of a person’s own gains reached others; nothing before the first gain. */
export function ReachedCard({ snapshot, token }: ReachedCardProps): ReactNode {
  if (!token.totalRealized) return null;
  return (
    <Card
      id="reached"
      title="What reached others"
      lead={`Of what ${token.name} realized: what others have a part in, and which tokens it came to so far.`}
      flush
    >
      <InTheEnd snapshot={snapshot} token={token} />
      <Reached snapshot={snapshot} token={token} />
    </Card>
  );
}

function InTheEnd({ snapshot, token }: ReachedCardProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const realized = token.totalRealized ?? 0n;
  const person = token.person ?? token.address;
  const { data: profit, isError } = useOwnershipAnswer({
    snapshot,
    key: ["reached", token.address, person, String(realized)],
    question: (client) => client.connectedProfitOfPerson(token.address, person, realized),
  });
  if (profit === undefined) {
    return (
      <div className="px-4 pb-3 text-table text-ink-2 sm:px-6">
        {isError ? "What rests with others in the end can’t be worked out now." : <Solving block={snapshot.block} />}
      </div>
    );
  }
  const amount = (wei: bigint): ReactNode => (
    <Amount wei={wei} unit={unit} decimals={decimals} className="font-semibold" money />
  );
  return (
    <p className="px-4 pb-3 text-table text-ink-2 sm:px-6">
      Of {amount(realized)} realized, {amount(profit.connected)} rests with others{" "}
      <Explain term="in the end">
        Connected profit: what was realized × the part that does not come back to {token.name}, around all circles, by
        today’s holdings.
      </Explain>{" "}
      and {amount(profit.own)} with {token.name}
      {profit.trapped > 0n && <>; {amount(profit.trapped)} gets stuck in tokens out of which nothing comes</>}.
    </p>
  );
}

function Reached({ snapshot, token }: ReachedCardProps): ReactNode {
  const parts = useQuery(originQueryOptions(token.address));
  const groups = useMemo(() => parts.data && byToken(parts.data, token.address), [parts.data, token.address]);
  if (parts.isError) {
    return (
      <div className="p-4 sm:p-6">
        <Notice tone="bad" title={explainReading(parts.error).title} />
      </div>
    );
  }
  if (groups === undefined) return <Skeleton className="m-6 h-32" />;
  if (groups.length === 0) {
    return (
      <p className="px-4 pb-5 text-table text-ink-2 sm:px-6">
        No network or other person has collected a part yet. What wallets are paid stands above, under money over time.
      </p>
    );
  }
  return (
    <ProfitTable
      snapshot={snapshot}
      caption={`Tokens that gains of ${token.name} came to`}
      header="Came to"
      amountHeader="So far"
      amountExplain="What was collected there so far. What passes through several tokens counts in each, so these don’t add up."
      groups={groups}
      endsOf={(reached) => ({ origin: token.address, token: reached })}
    />
  );
}
