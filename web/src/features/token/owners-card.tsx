import { UNLISTED_HOLDER } from "@weft/ownership";
import { type ReactNode, useMemo } from "react";
import { Amount } from "../../components/amount.tsx";
import { Card } from "../../components/card.tsx";
import type { Column } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Identity } from "../../components/identity.tsx";
import { Share } from "../../components/share.tsx";
import { type Owner, ownersOf } from "../../data/owners.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { formatShare } from "../../lib/format.ts";
import { NamedTable } from "./named-table.tsx";

const SHOWN_AT_FIRST = 12;

const COLUMNS: readonly Column<Owner>[] = [
  { key: "holder", header: "Holder", cell: (owner) => <OwnerName owner={owner} /> },
  {
    key: "shares",
    header: "Shares",
    numeric: true,
    wide: true,
    cell: ({ balance }) => (balance === 0n ? <Nothing /> : <Amount wei={balance} maximumFractionDigits={0} />),
  },
  {
    key: "directly",
    header: "Directly",
    explain: "Direct share: what the holder has of the shares that take part in income.",
    numeric: true,
    cell: ({ direct }) => (direct === 0 ? <Nothing /> : <Share value={direct} />),
  },
  {
    key: "end",
    header: "In the end",
    explain: "Look-through share: the part of a gain that finally rests here, around all circles.",
    numeric: true,
    cell: (owner) => <InTheEnd owner={owner} />,
  },
];

/** Who owns a token, directly and in the end. */
export function OwnersCard(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const { rows, trapped } = useMemo(() => ownersOf(snapshot, token.address), [snapshot, token.address]);
  return (
    <Card id="owners" title={`Who owns ${token.name}`} flush>
      <NamedTable
        caption={`Who owns ${token.name}, directly and in the end`}
        columns={COLUMNS}
        rows={rows}
        firstRows={SHOWN_AT_FIRST}
        rowsName="holders"
        rowKey={(owner) => `${owner.address}${owner.kind}`}
        empty={<EmptyState>Nobody holds shares yet. The first to stake become the first holders.</EmptyState>}
      />
      {trapped > 0 && rows.length > 0 && (
        <p className="border-t border-line px-4 py-3 text-note text-bad sm:px-6">
          {formatShare(trapped)} of every gain gets stuck: it ends in tokens that nobody outside of them holds.
        </p>
      )}
    </Card>
  );
}

function OwnerName({ owner }: { readonly owner: Owner }): ReactNode {
  if (owner.address === (UNLISTED_HOLDER as string)) return <span className="text-ink-2">Holders not listed</span>;
  if (owner.kind === "pool") return <Identity address={owner.address} note="Pool: no part in income" />;
  return <Identity address={owner.address} treasury={owner.kind === "treasury"} />;
}

function InTheEnd({ owner }: { readonly owner: Owner }): ReactNode {
  if (owner.inTheEnd !== undefined) return <Share value={owner.inTheEnd} />;
  return <span className="whitespace-nowrap text-ink-3">{owner.kind === "pool" ? "no part" : "passes on"}</span>;
}

function Nothing(): ReactNode {
  return <span className="text-ink-3">–</span>;
}
