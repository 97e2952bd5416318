import type { CircleHoldings } from "./circle-holdings.ts";
import { addLimbs, bigintAt, clearLimbs, copyLimbs, type Limbs } from "./limbs.ts";

/**
 * What each place of a circle takes in, and what it passes on within the circle; in wei, `width` limbs each.
 *
 * Every place passes on at most what it takes in; the rest leaves the circle, where there is anybody to take it.
 */
export interface CircleAmounts {
  readonly width: number;
  /** Place → what it takes in, turns included. */
  readonly through: Limbs;
  /** Inner holding → what it carries. */
  readonly parts: Limbs;
  /** Place → what came in and is not in `through` yet. */
  readonly left: Limbs;
}

/**
 * Sends what is left over out of the circle on the way with the fewest holdings, so that every place passes on exactly
 * what it takes in. Returns how many wei went another way than by shares.
 */
export function leaveCircle(holdings: CircleHoldings, { through, parts, left, width }: CircleAmounts): bigint {
  const { start, target, outside } = holdings;
  const { order, wayOut } = shortestWaysOut(holdings);
  const amount: Limbs = new Float64Array(width);
  // As many can add up as there are places.
  const astray: Limbs = new Float64Array(width + 2);
  const wide: Limbs = new Float64Array(width + 2);
  for (const place of order) {
    const at = place * width;
    copyLimbs(amount, 0, left, at, width);
    clearLimbs(left, at, width);
    addLimbs(through, at, amount, 0, width, 1);
    if ((outside[place] as bigint) === 0n) {
      // All of it stays inside: what rounding left here has to go on as well.
      copyLimbs(amount, 0, through, at, width);
      for (let e = start[place] as number; e < (start[place + 1] as number); e++) {
        addLimbs(amount, 0, parts, e * width, width, -1);
      }
      const way = wayOut[place] as number;
      addLimbs(parts, way * width, amount, 0, width, 1);
      addLimbs(left, (target[way] as number) * width, amount, 0, width, 1);
    }
    copyLimbs(wide, 0, amount, 0, width);
    addLimbs(astray, 0, wide, 0, width + 2, 1);
  }
  return bigintAt(astray, 0, width + 2);
}

const NONE = 0xffffffff;

/** Breadth-first from the places that have holders outside; `order` has the places from the farthest to the nearest. */
function shortestWaysOut(holdings: CircleHoldings): { order: number[]; wayOut: Uint32Array } {
  const { size, start, target, outside } = holdings;
  const { into, intoStart } = holdingsInto(holdings);
  const wayOut = new Uint32Array(size).fill(NONE);
  const sourceOf = new Uint32Array(target.length);
  for (let place = 0; place < size; place++) sourceOf.fill(place, start[place], start[place + 1]);
  const order = Array.from(outside.keys()).filter((place) => (outside[place] as bigint) > 0n);
  const seen = new Uint8Array(size);
  for (const place of order) seen[place] = 1;
  for (let at = 0; at < order.length; at++) {
    const reached = order[at] as number;
    for (let index = intoStart[reached] as number; index < (intoStart[reached + 1] as number); index++) {
      const holding = into[index] as number;
      const place = sourceOf[holding] as number;
      if (seen[place]) continue;
      seen[place] = 1;
      wayOut[place] = holding;
      order.push(place);
    }
  }
  return { order: order.reverse(), wayOut };
}

/** Inner holdings by the place that holds. */
function holdingsInto({ size, target, holds }: CircleHoldings): { into: Uint32Array; intoStart: Uint32Array } {
  const intoStart = new Uint32Array(size + 1);
  for (let place = 0; place < size; place++) {
    intoStart[place + 1] = (intoStart[place] as number) + (holds[place] as number);
  }
  const next = intoStart.slice();
  const into = new Uint32Array(target.length);
  for (const [holding, place] of target.entries()) {
    into[next[place] as number] = holding;
    next[place] = (next[place] as number) + 1;
  }
  return { into, intoStart };
}
