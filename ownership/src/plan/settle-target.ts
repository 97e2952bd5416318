import { type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import { directSharesOf, directSharesOfAll, gather } from "../solve/gather.ts";
import type { Entries } from "./entries.ts";

/** Whom a settlement is for, and what income is worth to them. Parts steer choices only; money is counted exactly. */
export interface SettleTarget {
  /** Token → part of its income that finally reaches the target. */
  readonly worth: Float64Array;
  /** Token → part of its income that the target claims directly. */
  readonly direct: Float64Array;
  /** Any worth may be short by this. */
  readonly errorBound: number;
  /** Entries that the target claims. */
  readonly claims: Uint32Array;
}

/** One account, by its node; undefined for an account that holds nothing. */
export function targetAccount(entries: Entries, node: number | undefined): SettleTarget {
  const system = flowSystem(entries.graph, "income");
  if (node === undefined)
    return createTarget(system, new Float64Array(entries.graph.tokens.length), new Uint32Array(0));
  return createTarget(system, directSharesOf(system, node), entries.heldBy(node));
}

/** All accounts but those of `except`. */
export function targetEveryone(entries: Entries, except: Iterable<string>): SettleTarget {
  const { graph } = entries;
  const system = flowSystem(graph, "income");
  const direct = directSharesOfAll(system);
  const claims: number[] = [];
  const left = new Set<number>();
  for (const id of except) {
    const node = graph.nodeOf.get(id);
    if (node !== undefined) left.add(node);
  }
  for (let entry = 0; entry < entries.count; entry++) {
    const holder = entries.holderOf(entry);
    if (holder < graph.tokens.length || entries.holdingOf(entry) < 0) continue;
    if (!left.has(holder)) {
      claims.push(entry);
    } else if (entries.earns(entry)) {
      const token = entries.tokenOf(entry);
      direct[token] = Math.max(0, (direct[token] as number) - (graph.edgeShare[entry] as number));
    }
  }
  return createTarget(system, direct, Uint32Array.from(claims));
}

function createTarget(system: FlowSystem, direct: Float64Array, claims: Uint32Array): SettleTarget {
  const { shares, errorBound } = gather(system, direct.slice());
  return { worth: shares, direct, errorBound, claims };
}

/**
 * Token → part of its income that reaches the target within a number of harvests in a row: s ← d + Cᵀ s so many times.
 * What circles bring only after many turns is not in it.
 */
export function worthWithin({ graph }: Entries, direct: Float64Array, hops: number): Float64Array {
  const { scale } = flowSystem(graph, "income");
  let worth = direct.slice();
  for (let hop = 0; hop < hops; hop++) {
    const next = direct.slice();
    for (let token = 0; token < next.length; token++) {
      if (scale[token] === 0) {
        next[token] = 0;
        continue;
      }
      let sum = next[token] as number;
      for (let edge = graph.treasuryStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
        sum += (graph.edgeShare[edge] as number) * (worth[graph.edgeHolder[edge] as number] as number);
      }
      next[token] = sum;
    }
    worth = next;
  }
  return worth;
}
