import type { FlowSystem } from "../graph/flow-system.ts";
import type { CircleHoldings } from "./circle-holdings.ts";
import type { Limbs } from "./limbs.ts";
import type { Splitter } from "./splitter.ts";

/** Inverses of what is divided by, each made once for a graph and a width of amounts. */
export interface Inverses {
  readonly limbs: Limbs;
  /** Offset of the inverse of a token's eligible supply. */
  ofSupply(token: number): number;
  /** Offset of the inverse of what others than its circle hold of the token at a place; for where that is above 0. */
  ofOutside(holdings: CircleHoldings, place: number): number;
}

interface Kept {
  readonly limbs: Limbs;
  /** Token → 1 when its inverse was made. */
  readonly made: Uint8Array;
}

/** By the width of amounts. */
const KNOWN = new WeakMap<FlowSystem, Map<number, Kept>>();

/** Inverses for a splitter. */
export function createInverses(system: FlowSystem, { width, inverseWidth, setInverse }: Splitter): Inverses {
  const { graph } = system;
  const tokenCount = graph.tokens.length;
  const known = KNOWN.get(system) ?? new Map<number, Kept>();
  KNOWN.set(system, known);
  // Of supplies, then of what is held outside of circles.
  const kept = known.get(width) ?? {
    limbs: new Float64Array(2 * tokenCount * inverseWidth),
    made: new Uint8Array(2 * tokenCount),
  };
  known.set(width, kept);
  const { limbs, made } = kept;
  const offset = (index: number, of: () => bigint): number => {
    if (!made[index]) {
      made[index] = 1;
      setInverse(limbs, index * inverseWidth, of());
    }
    return index * inverseWidth;
  };
  return {
    limbs,
    ofSupply: (token) => offset(token, () => graph.tokens[token]?.eligibleSupply as bigint),
    ofOutside: ({ members, outside }, place) =>
      offset(tokenCount + (members[place] as number), () => outside[place] as bigint),
  };
}
