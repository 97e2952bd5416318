import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceFrom, type NodeKind, pointsAround } from "./shape.ts";

const kinds: readonly NodeKind[] = ["person", "network", "pool", "wallet"];

describe("shape", () => {
  test.each(kinds)("the edge of a %s is at distance 0, straight above", (kind) => {
    const shape = { x: 10, y: 20, kind, radius: 8 };
    expect(distanceFrom(shape, { x: 10, y: 12 })).toBeCloseTo(0, 9);
    expect(distanceFrom(shape, { x: 10, y: 20 })).toBeLessThan(0);
  });

  test("a network's corner is rounded", () => {
    const shape = { x: 0, y: 0, kind: "network", radius: 10 } as const;
    expect(distanceFrom(shape, { x: 10, y: 10 })).toBeCloseTo(4 * (Math.SQRT2 - 1), 9);
    expect(distanceFrom(shape, { x: 10, y: 3 })).toBeCloseTo(0, 9);
  });

  test("no shape reaches further than the distance moved", () => {
    const place = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...kinds), place, place, place, place, (kind, x, y, dx, dy) => {
        const shape = { x: 0, y: 0, kind, radius: 20 };
        const change = Math.abs(distanceFrom(shape, { x, y }) - distanceFrom(shape, { x: x + dx, y: y + dy }));
        expect(change).toBeLessThanOrEqual(Math.hypot(dx, dy) + 1e-9);
      }),
    );
  });

  test.each(kinds)("points around a %s are all as far outside as asked", (kind) => {
    const shape = { x: 5, y: 5, kind, radius: 12 };
    for (const point of pointsAround(shape, 4)) expect(distanceFrom(shape, point)).toBeLessThanOrEqual(4 + 1e-9);
    for (const point of pointsAround(shape, 4)) expect(distanceFrom(shape, point)).toBeGreaterThan(2.8);
  });
});
