import type { ComponentSolver, Solved } from "./component-solver.ts";
import type { InnerEdges } from "./inner-edges.ts";
import { roundingOf, SHARE_ROUNDINGS } from "./rounding.ts";
import { sumOfSizes } from "./sum-of-sizes.ts";

/**
 * Direct solver for small circles: state reduction, which eliminates one token after the other and never subtracts.
 *
 * A pivot is what leaves a token, summed from its parts, where plain elimination would compute 1 − what comes back.
 * So every entry keeps full relative precision, even where next to nothing leaves the circle.
 * Source: Grassmann, Taksar & Heyman, "Regenerative analysis and steady state distributions for Markov chains",
 * Operations Research 33 (1985).
 *
 * Bound: an entry of (I − C)⁻¹ is a quotient of two polynomials in the weights and leaks whose coefficients are not
 * negative and whose degree is at most n (the matrix-tree theorem counts forests), so weights that are all off by a
 * factor of at most 1 + ε change it by at most (1 + ε)²ⁿ. Eliminating a place in floating point is eliminating it
 * exactly from weights off by n + 4 roundings. With k places left that counts 2k times: over all places
 * n²(n + 4) roundings, and going back through them adds 2n(n + 3). The weights given have the roundings of a share,
 * and leaks one for each term. Compare O'Cinneide, "Entrywise perturbation theory and error analysis for Markov
 * chains", Numerische Mathematik 65 (1993).
 */
export function createStateReduction(edges: InnerEdges): ComponentSolver {
  const { size } = edges;
  const { matrix, pivot } = eliminate(edges);
  const mostTerms = edges.terms.reduce((most, count) => Math.max(most, count), 0);
  const relativeError = roundingOf(
    size ** 2 * (size + 4) + 2 * size * (size + 3) + 2 * size * (mostTerms + SHARE_ROUNDINGS + 1),
  );
  const at = (row: number, column: number): number => matrix[row * size + column] as number;

  const inflow = (x: Float64Array): Solved => {
    const values = x.slice();
    for (let k = size - 1; k > 0; k--) {
      const passed = (values[k] as number) / (pivot[k] as number);
      for (let i = 0; i < k; i++) values[i] = (values[i] as number) + at(i, k) * passed;
    }
    for (let k = 0; k < size; k++) {
      let sum = values[k] as number;
      for (let m = 0; m < k; m++) sum += at(k, m) * (values[m] as number);
      values[k] = sum / (pivot[k] as number);
    }
    return { values, errorBound: relativeError * sumOfSizes(x) };
  };

  const shares = (d: Float64Array): Solved => {
    const values = d.slice();
    for (let k = size - 1; k > 0; k--) {
      const worth = (values[k] as number) / (pivot[k] as number);
      for (let m = 0; m < k; m++) values[m] = (values[m] as number) + at(k, m) * worth;
    }
    for (let k = 0; k < size; k++) {
      let sum = values[k] as number;
      for (let i = 0; i < k; i++) sum += at(i, k) * (values[i] as number);
      values[k] = sum / (pivot[k] as number);
    }
    return { values, errorBound: relativeError };
  };

  return { inflow, shares };
}

/** Row i, column k: part of what `k` takes in that it passes on to `i`, through eliminated tokens too. */
function eliminate(edges: InnerEdges): { matrix: Float64Array; pivot: Float64Array } {
  const { size, start, target, weight } = edges;
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
      matrix[(target[e] as number) * size + k] = weight[e] as number;
    }
  }
  const leak = edges.leak.slice();
  const pivot = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    let leaves = leak[k] as number;
    for (let i = 0; i < k; i++) leaves += matrix[i * size + k] as number;
    pivot[k] = leaves;
    for (let m = 0; m < k; m++) {
      const reaches = (matrix[k * size + m] as number) / leaves;
      if (reaches === 0) continue;
      leak[m] = (leak[m] as number) + (leak[k] as number) * reaches;
      for (let i = 0; i < k; i++) {
        if (i === m) continue;
        matrix[i * size + m] = (matrix[i * size + m] as number) + (matrix[i * size + k] as number) * reaches;
      }
    }
  }
  return { matrix, pivot };
}
