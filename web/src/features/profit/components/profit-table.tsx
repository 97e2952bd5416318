import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Identity } from "../../../components/identity.tsx";
import { Share } from "../../../components/share.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { columnDigits } from "../../token/column-digits.ts";
import { NamedTable } from "../../token/named-table.tsx";
import type { ProfitGroup } from "../model/profit-sources.ts";

const WaysDialog = lazy(async () => ({ default: (await import("./ways-dialog.tsx")).WaysDialog }));

const SHOWN_AT_FIRST = 12;

interface ProfitTableProps {
  readonly snapshot: OwnershipSnapshot;
  readonly caption: string;
  /** Head of the first column. */
  readonly header: string;
  /** Head of the column with the amounts, and what it means. */
  readonly amountHeader: string;
  readonly amountExplain: string;
  readonly groups: readonly ProfitGroup[];
  /** What amounts are a part of, in wei; no column of parts without it. */
  readonly whole?: bigint;
  /** From whose gains to which token the money of a group went. */
  readonly endsOf: (key: Address) => { readonly origin: Address; readonly token: Address };
}

/** Income by whose gain it was or by whom it reached, with the ways behind each. */
export function ProfitTable(props: ProfitTableProps): ReactNode {
  const { snapshot, caption, groups, endsOf } = props;
  const [open, setOpen] = useState<Address>();
  const columns = useMemo(() => columnsOf(props, setOpen), [props]);
  return (
    <>
      <NamedTable
        caption={caption}
        columns={columns}
        rows={groups}
        firstRows={SHOWN_AT_FIRST}
        rowKey={({ key }) => key ?? "none"}
      />
      {open !== undefined && (
        <Suspense fallback={null}>
          <WaysDialog snapshot={snapshot} {...endsOf(open)} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function columnsOf(props: ProfitTableProps, onOpen: (key: Address) => void): readonly Column<ProfitGroup>[] {
  const { snapshot, header, amountHeader, amountExplain, groups, whole, endsOf } = props;
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const digits = columnDigits(
    groups.map(({ amount }) => amount),
    decimals,
  );
  return [
    { key: "who", header, cell: ({ key }) => (key === null ? <NoOrigin /> : <Identity address={key} />) },
    {
      key: "via",
      header: "By way of",
      wide: true,
      cell: (group) =>
        group.key !== null && (
          <span className="line-clamp-2 max-w-56 break-words">{arrivalWords(snapshot, group, endsOf(group.key))}</span>
        ),
    },
    {
      key: "last",
      header: "Last",
      wide: true,
      sortBy: ({ lastAt }) => lastAt,
      cell: ({ lastAt }) => <span className="whitespace-nowrap">{formatDate(lastAt)}</span>,
    },
    {
      key: "amount",
      header: amountHeader,
      explain: amountExplain,
      numeric: true,
      sortBy: ({ amount }) => amount,
      cell: ({ amount }) => <Amount wei={amount} unit={unit} decimals={decimals} money {...digits} />,
    },
    ...(whole === undefined
      ? []
      : [
          {
            key: "part",
            header: "Part of all",
            numeric: true,
            wide: true,
            cell: ({ amount }: ProfitGroup) => <Share value={shareOf(amount, whole)} />,
          },
        ]),
    {
      key: "how",
      header: "How",
      numeric: true,
      cell: ({ key }) =>
        key !== null && (
          <Button variant="quiet" className="-my-2 -mr-3 px-3" onClick={() => onOpen(key)}>
            Show<span className="sr-only"> how it came from or to {displayName(snapshot, key)}</span>
          </Button>
        ),
    },
  ];
}

function NoOrigin(): ReactNode {
  return (
    <Explain term="Gifts and other">
      Given by anybody, or income of which the chain’s events don’t say whose gain it was, such as what a pool had
      accrued.
    </Explain>
  );
}

/** From where most of it arrived: `directly`, `Trio and 2 others`. */
export function arrivalWords(
  snapshot: OwnershipSnapshot,
  { arrivals }: ProfitGroup,
  { origin, token }: { readonly origin: Address; readonly token: Address },
): string {
  if (origin === token && arrivals[0]?.via === token) return "own gains";
  const names = arrivals.map(({ via }) => (via === origin ? "directly" : displayName(snapshot, via)));
  const [first = "", second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`;
}
