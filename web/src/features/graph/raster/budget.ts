import type { RasterBudget } from "./draw-raster.ts";

/** What is drawn when the camera rests. */
export const REST_BUDGET: RasterBudget = { threads: 6_000, nodes: 20_000 };

/** What is drawn while the camera moves beyond what was painted: enough to know where one is. */
export const MOVING_BUDGET: RasterBudget = { threads: 1_500, nodes: 6_000 };

/** A picture that takes longer than this lags behind the hand, in milliseconds. */
const SLOW = 120;

/** Fewer threads than these say nothing. */
const LEAST_THREADS = 200;

/** What to draw while moving, after the last such picture took so long: half as much when that was slow, in milliseconds. */
export function nextMovingBudget(budget: RasterBudget, took: number): RasterBudget {
  if (took <= SLOW || budget.threads <= LEAST_THREADS) return budget;
  return { threads: Math.max(LEAST_THREADS, Math.floor(budget.threads / 2)), nodes: Math.floor(budget.nodes / 2) };
}
