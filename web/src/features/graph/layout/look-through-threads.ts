import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { threadPath } from "../geometry/thread-path.ts";
import type { GraphView } from "../model/graph-view.ts";
import { holdingsOf, ownersOf } from "../model/owners.ts";
import type { LookThroughThread } from "../painter/painter.ts";
import type { Scene } from "./scene.ts";

/** Most parts that are drawn dashed: the largest. */
const MOST = 12;

/** The least part that is drawn dashed. */
const LEAST = 0.001;

/** Parts that a selected node owns, or that are owned of it, only in the end: between nodes that share no thread. */
export function lookThroughThreads(
  snapshot: OwnershipSnapshot,
  view: GraphView,
  scene: Scene,
  selected: Address | undefined,
): LookThroughThread[] {
  if (selected === undefined || !scene.nodeById.has(selected)) return [];
  const tied = new Set(scene.threads.map((thread) => `${thread.source} ${thread.target}`));
  return pairsOf(snapshot, view, selected)
    .filter(({ token, node, share }) => share >= LEAST && node !== token && !tied.has(`${token} ${node}`))
    .slice(0, MOST)
    .flatMap(({ token, node, share }) => draw(scene, token, node, share));
}

type Pair = { readonly token: Address; readonly node: Address; readonly share: number };

function pairsOf(snapshot: OwnershipSnapshot, view: GraphView, selected: Address): Pair[] {
  const pairs: Pair[] = [];
  if (snapshot.tokens.has(selected)) {
    for (const { node, inTheEnd } of ownersOf(snapshot, view, selected).rows) {
      if (node && typeof inTheEnd === "number") pairs.push({ token: selected, node, share: inTheEnd });
    }
  } else {
    for (const { token, inTheEnd } of holdingsOf(snapshot, view, selected)) {
      if (typeof inTheEnd === "number") pairs.push({ token, node: selected, share: inTheEnd });
    }
  }
  return pairs.sort((a, b) => b.share - a.share);
}

function draw(scene: Scene, token: Address, node: Address, share: number): LookThroughThread[] {
  const source = scene.nodeById.get(token);
  const target = scene.nodeById.get(node);
  if (!source || !target || (source.kind !== "person" && source.kind !== "network")) return [];
  const others = scene.nodes.filter((other) => other !== source && other !== target);
  return [{ id: `${token} ${node}`, kind: source.kind, line: threadPath({ source, target, share, others }).line }];
}
