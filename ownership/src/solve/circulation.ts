import type { ComponentSolver, Solved } from "./component-solver.ts";
import type { InnerEdges } from "./inner-edges.ts";

/** Part of the input that may still go round when a solution counts as found. */
const TOLERANCE = 1e-15;

/**
 * Most turns. With the outside float that tokens start with, the spectral radius is at most 0.4(1 + √2) ≈ 0.966, and
 * 0.966^1024 < 1e-15; only where float left later can more be needed, and then the bound says what is missing.
 */
const MAX_TURNS = 1024;

/** A solver that also tells whether it came as far as its tolerance. */
export interface Circulation extends ComponentSolver {
  converged(solved: Solved, input: Float64Array): boolean;
}

/**
 * Solver for large circles: lets the input go round, token by token, until next to nothing is left on its way.
 *
 * Each step moves what waits at a token to where it goes, so nothing gets lost and what still waits is the whole error.
 */
export function createCirculation(edges: InnerEdges): Circulation {
  const { size, start, target, weight } = edges;
  const kept = edges.self.map((share) => 1 - share);

  const inflow = (x: Float64Array): Solved => {
    const values = new Float64Array(size);
    const waiting = x.slice();
    const enough = TOLERANCE * sumOfSizes(x);
    let left = sumOfSizes(waiting);
    for (let turn = 0; turn < MAX_TURNS && left > enough; turn++) {
      for (let k = 0; k < size; k++) {
        const amount = (waiting[k] as number) / (kept[k] as number);
        if (amount === 0) continue;
        values[k] = (values[k] as number) + amount;
        waiting[k] = 0;
        for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
          const to = target[e] as number;
          waiting[to] = (waiting[to] as number) + (weight[e] as number) * amount;
        }
      }
      left = sumOfSizes(waiting);
    }
    return { values, errorBound: left };
  };

  /** One turn of v ← base + Cᵀ v in place, from the last token to the first. */
  const turnBack = (values: Float64Array, base: Float64Array | undefined): void => {
    for (let k = size - 1; k >= 0; k--) {
      let sum = base === undefined ? 0 : (base[k] as number);
      for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
        sum += (weight[e] as number) * (values[target[e] as number] as number);
      }
      values[k] = sum / (kept[k] as number);
    }
  };

  // `values` rises towards the solution from below. `circling` is the part of a unit that still goes round after as
  // many turns; a share is at most 1 of it, so values ≤ solution ≤ values + circling.
  const shares = (d: Float64Array): Solved => {
    const values = new Float64Array(size);
    const circling = new Float64Array(size).fill(1);
    let errorBound = 1;
    for (let turn = 0; turn < MAX_TURNS && errorBound > TOLERANCE; turn++) {
      turnBack(values, d);
      turnBack(circling, undefined);
      errorBound = circling.reduce((most, part) => Math.max(most, part), 0);
    }
    return { values, errorBound };
  };

  const converged = (solved: Solved, input: Float64Array): boolean =>
    solved.errorBound <= TOLERANCE * Math.max(1, sumOfSizes(input));

  return { inflow, shares, converged };
}

function sumOfSizes(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += Math.abs(values[index] as number);
  return sum;
}
