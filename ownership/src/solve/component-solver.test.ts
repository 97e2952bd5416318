import { describe, expect, it } from "vitest";
import { createCirculation } from "./circulation.ts";
import type { InnerEdges } from "./inner-edges.ts";
import { createStateReduction } from "./state-reduction.ts";

/** A circle of `size` tokens in which each is also held by two others, and by accounts to a fifth. */
function ring(size: number, leakOf: (place: number) => number): InnerEdges {
  const target: number[] = [];
  const weight: number[] = [];
  const start = [0];
  const leak = new Float64Array(size);
  const self = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    leak[k] = leakOf(k);
    const inside = 1 - (leak[k] as number);
    self[k] = k % 7 === 0 ? inside / 10 : 0;
    const passed = inside - (self[k] as number);
    target.push((k + 1) % size, (k * 3 + 2) % size, (k * 5 + 3) % size);
    weight.push(passed / 2, passed / 4, passed / 4);
    start.push(target.length);
  }
  return withoutLoops({
    size,
    start: Uint32Array.from(start),
    target: Uint32Array.from(target),
    weight: Float64Array.from(weight),
    leak,
    self,
    terms: new Uint32Array(size).fill(8),
  });
}

/** Steps that lead back to where they start count as what a token holds of itself. */
function withoutLoops(edges: InnerEdges): InnerEdges {
  const { size, start, target, weight, self } = edges;
  for (let k = 0; k < size; k++) {
    for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
      if (target[e] !== k) continue;
      self[k] = (self[k] as number) + (weight[e] as number);
      weight[e] = 0;
      target[e] = (k + 1) % size;
    }
  }
  return mergeDoubles(edges);
}

/** State reduction keeps one number for each pair. */
function mergeDoubles(edges: InnerEdges): InnerEdges {
  const { size, start, target, weight } = edges;
  for (let k = 0; k < size; k++) {
    const seen = new Map<number, number>();
    for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
      const first = seen.get(target[e] as number);
      if (first === undefined) seen.set(target[e] as number, e);
      else {
        weight[first] = (weight[first] as number) + (weight[e] as number);
        weight[e] = 0;
        target[e] = unused(seen, size);
        seen.set(target[e] as number, e);
      }
    }
  }
  return edges;
}

function unused(seen: ReadonlyMap<number, number>, size: number): number {
  for (let place = 0; place < size; place++) if (!seen.has(place)) return place;
  return 0;
}

describe("the two solvers of circles", () => {
  const edges = ring(150, (place) => (place % 5 === 0 ? 0.9 : 0.2));
  const direct = createStateReduction(edges);
  const iterative = createCirculation(edges);

  it("agree on inflows", () => {
    const x = Float64Array.from({ length: edges.size }, (_, place) => (place % 3) - 0.5);
    const [a, b] = [direct.inflow(x), iterative.inflow(x)];
    for (const [place, value] of a.values.entries()) expect(b.values[place]).toBeCloseTo(value, 12);
    expect(b.converged).toBe(true);
  });

  it("agree on shares, within the bound", () => {
    const d = edges.leak.map((leak, place) => (place % 2 === 0 ? leak : 0));
    const [a, b] = [direct.shares(d), iterative.shares(d)];
    for (const [place, value] of a.values.entries()) expect(b.values[place]).toBeCloseTo(value, 12);
    expect(b.converged).toBe(true);
    expect(b.errorBound).toBeLessThan(1e-13);
  });

  it("say how much is missing when turns don't suffice", () => {
    const tight = ring(150, (place) => (place === 0 ? 1e-6 : 0));
    const solved = createCirculation(tight).inflow(new Float64Array(tight.size).fill(1 / tight.size));
    const exact = createStateReduction(tight).inflow(new Float64Array(tight.size).fill(1 / tight.size));
    const paid = (values: Float64Array) =>
      values.reduce((sum, value, place) => sum + value * (tight.leak[place] as number), 0);
    expect(paid(exact.values)).toBeCloseTo(1, 9);
    expect(solved.converged).toBe(false);
    expect(solved.errorBound).toBeGreaterThan(0.5);
    expect(1 - paid(solved.values)).toBeLessThanOrEqual(solved.errorBound * (1 + 1e-9));
  });
});
