import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closedPath, convexHull, FIELD_AIR, fieldAround, isInside } from "./hull.ts";
import { distanceFrom, type Shape } from "./shape.ts";

const point = fc.record({ x: fc.integer({ min: -100, max: 100 }), y: fc.integer({ min: -100, max: 100 }) });

describe("hull", () => {
  test("a square keeps its corners and drops its middle", () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(convexHull([...corners, { x: 2, y: 2 }, { x: 2, y: 0 }])).toHaveLength(4);
    expect(isInside(corners, { x: 2, y: 2 })).toBe(true);
    expect(isInside(corners, { x: 5, y: 2 })).toBe(false);
  });

  test("holds every point that it was made from", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = convexHull(points);
        fc.pre(hull.length >= 3);
        // A point on the edge is neither left nor right of it, so the test looks a little further in.
        const middle = {
          x: hull.reduce((sum, corner) => sum + corner.x, 0) / hull.length,
          y: hull.reduce((sum, corner) => sum + corner.y, 0) / hull.length,
        };
        for (const each of points) {
          const inward = { x: each.x + (middle.x - each.x) * 1e-6, y: each.y + (middle.y - each.y) * 1e-6 };
          expect(isInside(hull, inward)).toBe(true);
        }
      }),
    );
  });

  test("a field leaves its members the same air", () => {
    const members: Shape[] = [
      { x: 0, y: 0, kind: "person", radius: 28 },
      { x: 200, y: 80, kind: "network", radius: 40 },
    ];
    for (const corner of fieldAround(members)) {
      const air = Math.min(...members.map((member) => distanceFrom(member, corner)));
      expect(air).toBeGreaterThan(FIELD_AIR * 0.6);
      expect(air).toBeLessThan(FIELD_AIR * 1.6);
    }
  });

  test("no points make no path", () => {
    expect(closedPath([])).toBe("");
    expect(closedPath([{ x: 0, y: 1 }])).toBe("M0.0,1.0Z");
  });
});
