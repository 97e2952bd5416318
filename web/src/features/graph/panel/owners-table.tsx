import { useMemo } from "react";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatShare } from "../../../lib/format.ts";
import type { GraphNode, GraphView } from "../model/graph-view.ts";
import { holdingsOf, ownersOf } from "../model/owners.ts";
import { possessive } from "../model/words.ts";
import { NodeButton } from "./node-button.tsx";
import { PartTable } from "./part-table.tsx";

/** What the panel's tables need. */
export type NodeTableProps = {
  readonly snapshot: OwnershipSnapshot;
  readonly view: GraphView;
  readonly node: GraphNode;
  readonly onSelect: (node: Address) => void;
};

/** Who owns a token, directly and in the end. */
export function OwnersTable({ snapshot, view, node, onSelect }: NodeTableProps) {
  const { rows, trapped } = useMemo(() => ownersOf(snapshot, view, node.id), [snapshot, view, node.id]);
  if (rows.length === 0) return <p className="text-table text-ink-2">Nobody owns a part of {node.label} yet.</p>;
  return (
    <PartTable
      title={`Who owns ${node.label}`}
      who="Holder"
      rows={rows.map((row) => {
        const holder = row.node && view.nodes.get(row.node);
        const treasury = snapshot.tokens.has(row.holder as Address) && holder?.kind === "person";
        return {
          key: row.holder,
          name: holder ? (
            <NodeButton node={holder} name={row.name} treasury={treasury} onSelect={onSelect} />
          ) : (
            row.name
          ),
          directly: row.directly,
          inTheEnd: row.inTheEnd,
        };
      })}
    >
      {trapped > 0 && (
        <p className="mt-2 text-note text-bad">
          {formatShare(trapped)} never reaches anybody: it gets stuck in a circle.
        </p>
      )}
    </PartTable>
  );
}

/** What a person, a network or a wallet owns, directly and in the end. */
export function HoldingsTable({ snapshot, view, node, onSelect }: NodeTableProps) {
  const rows = useMemo(() => holdingsOf(snapshot, view, node.id), [snapshot, view, node.id]);
  if (rows.length === 0) return null;
  return (
    <PartTable
      title={`What ${node.label} owns`}
      who="Of"
      rows={rows.map((row) => {
        const token = view.nodes.get(row.token);
        const byTreasury = row.treasury && node.kind === "person";
        return {
          key: `${row.token} ${row.holder}`,
          name: token && (
            <>
              <NodeButton node={token} name={row.name} onSelect={onSelect} />
              {byTreasury && (
                <p className="-mt-2 pb-2 pl-8 text-label text-ink-3">in {possessive(node.label)} treasury</p>
              )}
            </>
          ),
          directly: row.directly,
          inTheEnd: row.inTheEnd,
        };
      })}
    />
  );
}
