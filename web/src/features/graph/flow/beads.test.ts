import { describe, expect, test } from "vitest";
import { bent, distance, measure } from "../geometry/curve.ts";
import { BEADS_PER_RUN, type BeadRun, beadRadius, beadsAt, turnDuration } from "./beads.ts";

const run = (length: number): BeadRun => ({
  id: String(length),
  way: measure(bent({ x: 0, y: 0 }, { x: length, y: 0 }, 0)),
  radius: 3,
});

describe("beads", () => {
  test("start at the token, one after the other", () => {
    const start = beadsAt(run(230), 0);
    expect(start[0]).toEqual({ x: 0, y: 0 });
    expect(start.slice(1).every((bead) => bead === undefined)).toBe(true);
  });

  test("run in even distances", () => {
    const [first, second] = beadsAt(run(230), 500);
    if (!(first && second)) throw new Error("two beads are on their way");
    expect(first.x).toBeCloseTo(115, 6);
    expect(distance(first, second)).toBeCloseTo(18, 6);
  });

  test("the turn ends when the last bead of the longest thread has arrived", () => {
    const runs = [run(100), run(300)];
    const end = turnDuration(runs);
    expect(beadsAt(run(300), end - 1).filter(Boolean)).toHaveLength(1);
    expect(beadsAt(run(300), end + 1).filter(Boolean)).toHaveLength(0);
    expect(beadsAt(run(300), 700)).toHaveLength(BEADS_PER_RUN);
  });

  test("no thread takes no time", () => {
    expect(turnDuration([])).toBe(0);
  });

  test("carry more, are larger, within bounds", () => {
    expect(beadRadius(0)).toBe(3);
    expect(beadRadius(1)).toBe(6);
    expect(beadRadius(0.25)).toBeCloseTo(4.5, 9);
    expect(beadRadius(9)).toBe(6);
  });
});
