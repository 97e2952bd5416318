import type { ComponentSolver, Solved } from "./component-solver.ts";
import type { InnerEdges } from "./inner-edges.ts";
import { roundingOf } from "./rounding.ts";
import { sumOfSizes } from "./sum-of-sizes.ts";

/** Part of the input that may still go round when a solution counts as found. */
const TOLERANCE = 1e-15;

/**
 * Most turns. With the outside float that tokens start with, the spectral radius is at most 0.4(1 + √2) ≈ 0.966, and
 * 0.966^1024 < 1e-15; only where float left later can more be needed, and then the bound says what is missing.
 */
const MAX_TURNS = 1024;

/** Roundings of a step besides one for each term: of shares, a product, a quotient, and of what was given. */
const STEP_ROUNDINGS = 8;

/** A solution of the iterative solver. */
export interface Circulated extends Solved {
  /** Whether no more than the tolerance still goes round. */
  readonly converged: boolean;
}

/** The iterative solver. */
export interface Circulation extends ComponentSolver {
  inflow(x: Float64Array): Circulated;
  shares(d: Float64Array): Circulated;
}

/**
 * Solver for large circles: lets the input go round, token by token, until next to nothing is left on its way.
 *
 * Bound for inflows: a step moves what waits at a token to where it goes, which keeps x = v − C v + w for the values v
 * found so far and what waits w. So the solution is v + (I − C)⁻¹ w, and since the columns of D (I − C)⁻¹ sum to at most
 * one, all that leaves is short by at most Σ w. In the same way a rounding error in what a step moves changes all that
 * leaves by at most itself: one for each term of the sums at a token, and one for each turn in adding up its value.
 *
 * Bound for shares: T sweeps from zero give v with s − v = Gᵀ s for a matrix G that is nowhere negative, and s ≤ 1, so
 * s − v ≤ Gᵀ 1, which is computed along. A rounding error e of a sweep at a token comes to at most N e, where N·1 is
 * the number of tokens that a unit passes through; any g with g ≥ 1 + Cᵀ g is above it, because (I − Cᵀ)⁻¹ is nowhere
 * negative.
 */
export function createCirculation(edges: InnerEdges): Circulation {
  const { size, start, target, weight, leak, terms } = edges;
  // Summed from what is passed on, where 1 − what comes straight back would lose digits.
  const kept = leak.slice();
  for (let k = 0; k < size; k++) {
    for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
      kept[k] = (kept[k] as number) + (weight[e] as number);
    }
  }

  const inflow = (x: Float64Array): Circulated => {
    const values = new Float64Array(size);
    const waiting = x.slice();
    const enough = TOLERANCE * sumOfSizes(x);
    let left = sumOfSizes(waiting);
    let turn = 0;
    for (; turn < MAX_TURNS && left > enough; turn++) {
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
    const rounded = values.reduce(
      (sum, value, k) => sum + Math.abs(value) * roundingOf(turn + (terms[k] as number) + STEP_ROUNDINGS),
      0,
    );
    return { values, errorBound: left + rounded, converged: left <= enough };
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

  /** What most can become of a rounding error of one at every token: max g / min (g − Cᵀ g); see above. */
  const measurePasses = (): number => {
    const ones = new Float64Array(size).fill(1);
    const passes = new Float64Array(size);
    let most = 0;
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      turnBack(passes, ones);
      const now = largest(passes);
      if (now <= most * (1 + TOLERANCE)) break;
      most = now;
    }
    let least = 1;
    for (let k = 0; k < size; k++) {
      let further = (passes[k] as number) * (edges.self[k] as number);
      for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
        further += (weight[e] as number) * (passes[target[e] as number] as number);
      }
      const known = (passes[k] as number) + further;
      const unsure = known * roundingOf((terms[k] as number) + STEP_ROUNDINGS);
      least = Math.min(least, (passes[k] as number) - further - unsure);
    }
    return least > 0 ? largest(passes) / least : Number.POSITIVE_INFINITY;
  };
  let passesKnown: number | undefined;

  const shares = (d: Float64Array): Circulated => {
    const values = new Float64Array(size);
    const circling = new Float64Array(size).fill(1);
    let left = 1;
    for (let turn = 0; turn < MAX_TURNS && left > TOLERANCE; turn++) {
      turnBack(values, d);
      turnBack(circling, undefined);
      left = largest(circling);
    }
    passesKnown ??= measurePasses();
    const rounded = passesKnown * roundingOf(largest(terms) + STEP_ROUNDINGS);
    // What is left is rounded too. A share can't be off by more than everything, however little is known.
    return { values, errorBound: Math.min(1, left + 2 * rounded), converged: left <= TOLERANCE };
  };

  return { inflow, shares };
}

function largest(values: Float64Array | Uint32Array): number {
  let most = 0;
  for (let index = 0; index < values.length; index++) most = Math.max(most, values[index] as number);
  return most;
}
