import { type Measure, type Point, pointAtLength } from "../geometry/curve.ts";

/** Distance from bead to bead along a thread, in world units. */
const SPACING = 18;

/** Beads on a thread in one turn. */
const TRAIN = 6;

/** How far beads run in a second, in world units: the same for all. */
const SPEED = 230;

/** Radius of a bead that carries next to nothing, and of one that carries everything, in world units. */
const RADIUS = { least: 3, most: 6 } as const;

/** Beads on one thread: all of the same size. */
export type BeadRun = {
  readonly id: string;
  readonly way: Measure;
  /** In world units. */
  readonly radius: number;
};

/** How many beads run along one thread. */
export const BEADS_PER_RUN = TRAIN;

/** Radius of the beads that carry `part` (0 to 1) of a gain: their area grows with it. In world units. */
export function beadRadius(part: number): number {
  return RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(Math.min(Math.max(part, 0), 1));
}

/** Time that a turn takes, until the last bead has arrived; in milliseconds. */
export function turnDuration(runs: readonly BeadRun[]): number {
  const longest = runs.reduce((most, run) => Math.max(most, run.way.total), 0);
  return longest === 0 ? 0 : ((longest + (TRAIN - 1) * SPACING) / SPEED) * 1000;
}

/** Where a thread's beads are after `elapsed` milliseconds; a bead that has not started or has arrived is nowhere. */
export function beadsAt(run: BeadRun, elapsed: number): (Point | undefined)[] {
  const front = (elapsed / 1000) * SPEED;
  return Array.from({ length: TRAIN }, (_, index) => {
    const along = front - index * SPACING;
    return along < 0 || along > run.way.total ? undefined : pointAtLength(run.way, along);
  });
}
