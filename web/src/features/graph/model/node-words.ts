import type { Address } from "../../../lib/address.ts";
import { formatShare } from "../../../lib/format.ts";
import type { GraphThread, GraphView } from "./graph-view.ts";
import { threadsByNode } from "./neighbourhood.ts";
import { type Neighbour, neighboursOf } from "./neighbours.ts";
import { countWord, listOf } from "./words.ts";

/** Most neighbours that are named in one breath. */
const MOST_NAMED = 4;

/** What a screen reader says of each node: who it is, who holds a part of it and what it holds. */
export function nodeWords(view: GraphView, threads: readonly GraphThread[]): ReadonlyMap<Address, string> {
  const beside = threadsByNode(threads);
  return new Map(
    Array.from(view.nodes.values(), (node) => {
      const neighbours = neighboursOf(beside.get(node.id) ?? [], node.id);
      const parts = [
        `${node.name}, ${node.kind}`,
        sentence(
          "Held by",
          neighbours.filter((neighbour) => neighbour.relation === "heldBy"),
          view,
        ),
        sentence(
          "Holds",
          neighbours.filter((neighbour) => neighbour.relation === "holds"),
          view,
        ),
      ];
      return [node.id, parts.filter(Boolean).join(". ")];
    }),
  );
}

function sentence(verb: string, neighbours: readonly Neighbour[], view: GraphView): string {
  if (neighbours.length === 0) return "";
  const named = neighbours.slice(0, MOST_NAMED).map(({ id, share }) => {
    return `${view.nodes.get(id)?.label ?? id} ${formatShare(share)}`;
  });
  const rest = neighbours.length - named.length;
  return `${verb} ${listOf(rest > 0 ? [...named, `${countWord(rest)} more`] : named)}`;
}
