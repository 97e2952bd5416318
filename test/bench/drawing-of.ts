import type { LargeGraph } from "./large-graph.ts";

/** A graph with places, as peers draw it: threads by the index of their nodes, strongest first. */
export interface Drawing {
  readonly nodes: readonly { readonly x: number; readonly y: number; readonly kind: "person" | "network" | "wallet" }[];
  readonly threads: readonly { readonly from: number; readonly to: number; readonly share: number }[];
}

/** World units between nodes that are spread over a disc. */
const SPREAD = 60;

/** Spreads a graph over a disc in the order of a sunflower's seeds: even, and the same every time. */
export function drawingOf({ tokens, holdings }: LargeGraph): Drawing {
  const indexOf = new Map<string, number>();
  const kinds: Drawing["nodes"][number]["kind"][] = [];
  for (const { id, person } of tokens) {
    indexOf.set(id, kinds.length);
    if (person) indexOf.set(person, kinds.length);
    kinds.push(person ? "person" : "network");
  }
  const supply = new Map<string, bigint>();
  for (const { token, holder, balance } of holdings) {
    supply.set(token, (supply.get(token) ?? 0n) + balance);
    if (indexOf.has(holder)) continue;
    indexOf.set(holder, kinds.length);
    kinds.push("wallet");
  }
  const threads = holdings
    .map(({ token, holder, balance }) => ({
      from: indexOf.get(token) ?? 0,
      to: indexOf.get(holder) ?? 0,
      share: Number(balance / 10n ** 18n) / Number((supply.get(token) ?? 1n) / 10n ** 18n),
    }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => b.share - a.share);
  const nodes = kinds.map((kind, index) => {
    const [angle, away] = [index * 2.399_963, SPREAD * Math.sqrt(index)];
    return { kind, x: Math.cos(angle) * away, y: Math.sin(angle) * away };
  });
  return { nodes, threads };
}
