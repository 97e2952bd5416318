import { Link } from "@tanstack/react-router";
import { type ComponentProps, lazy, type ReactNode, Suspense, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Share } from "../../../components/share.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { displayName } from "../../../lib/names.ts";
import { useSeen } from "../../../lib/use-seen.ts";
import { startOf } from "../../profit/model/calendar.ts";
import { columnDigits } from "../../token/column-digits.ts";
import { NamedTable } from "../../token/named-table.tsx";
import { useChainTime } from "../../token/use-chain-time.ts";
import { type Owned, ownedBy } from "../model/owned-view.ts";

const IncomeSpark = lazy(async () => ({
  default: (await import("../../profit/components/income-spark.tsx")).IncomeSpark,
}));
const NoSparkYet = <Skeleton className="ml-auto h-7 w-22" />;

interface OwnedCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly account: Address;
  readonly own: boolean;
}

/** What an account owns a part of, directly and in the end. */
export function OwnedCard({ snapshot, account, own }: OwnedCardProps): ReactNode {
  const rows = useMemo(() => ownedBy(snapshot, account), [snapshot, account]);
  const today = startOf("day", useChainTime(snapshot));
  const columns = useMemo(() => columnsOf(snapshot, rows, today), [snapshot, rows, today]);
  return (
    <Card
      title={own ? "What you own" : `What ${displayName(snapshot, account)} owns`}
      lead="Directly: shares in the wallet. In the end: the part of a gain that rests there, around all circles."
      flush
    >
      <NamedTable
        caption={own ? "What you own a part of" : "What this account owns a part of"}
        columns={columns}
        rows={rows}
        rowKey={({ token }) => token.address}
        initialSort={{ key: "end", descending: true }}
        empty={
          <EmptyState
            action={
              <Link to="/" className={buttonClass("secondary")}>
                See who is here
              </Link>
            }
          >
            Nothing yet. Whoever owns a part of a person or a network has a part of every gain that reaches them.
          </EmptyState>
        }
      />
    </Card>
  );
}

function columnsOf(snapshot: OwnershipSnapshot, rows: readonly Owned[], today: number): readonly Column<Owned>[] {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const digits = columnDigits(
    rows.map(({ due }) => due),
    decimals,
  );
  return [
    {
      key: "token",
      header: "Person or network",
      sortBy: ({ token }) => token.name,
      cell: ({ token }) => <Identity address={token.address} />,
    },
    {
      key: "shares",
      header: "Shares",
      numeric: true,
      wide: true,
      cell: ({ balance }) =>
        balance === 0n ? <span className="text-ink-3">–</span> : <Amount wei={balance} maximumFractionDigits={0} />,
    },
    {
      key: "direct",
      header: "Directly",
      explain: "Direct share: what the account has of the shares that take part in income.",
      numeric: true,
      cell: ({ direct }) => (direct === 0 ? <span className="text-ink-3">–</span> : <Share value={direct} />),
    },
    {
      key: "end",
      header: "In the end",
      explain: "Look-through share: the part of its income that finally rests with the account.",
      numeric: true,
      sortBy: ({ inTheEnd }) => inTheEnd,
      cell: ({ inTheEnd }) => <Share value={inTheEnd} />,
    },
    {
      key: "income",
      header: "Income",
      explain: "How the income of this person or network grew in the last 90 days, for all of its holders.",
      numeric: true,
      wide: true,
      cell: ({ token }) => <SeenSpark snapshot={snapshot} token={token} today={today} />,
    },
    {
      key: "due",
      header: "Due here",
      explain: "What this holding alone can claim now. What others collect first on the way is counted above.",
      numeric: true,
      wide: true,
      sortBy: ({ due }) => due,
      cell: ({ due }) =>
        due === 0n ? (
          <span className="text-ink-3">none</span>
        ) : (
          <Amount wei={due} unit={unit} decimals={decimals} money {...digits} />
        ),
    },
  ];
}

/** Each row's spark is a question of its own to the index, asked for rows that somebody looks at. */
function SeenSpark(props: ComponentProps<typeof IncomeSpark>): ReactNode {
  const [element, seen] = useSeen<HTMLDivElement>();
  return (
    <div ref={element} className="grid min-h-7 items-center">
      {seen ? (
        <Suspense fallback={NoSparkYet}>
          <IncomeSpark {...props} />
        </Suspense>
      ) : (
        NoSparkYet
      )}
    </div>
  );
}
