import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bent, type Curve, cut, distance, leftOf, measure, normalAt, pointAt, pointAtLength } from "./curve.ts";

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const curve: fc.Arbitrary<Curve> = fc.record({ from: point, control: point, to: point });
const parameter = fc.double({ min: 0, max: 1, noNaN: true });

describe("curve", () => {
  test("a part of a curve lies on the curve", () => {
    fc.assert(
      fc.property(curve, parameter, parameter, parameter, (whole, a, b, t) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        const part = cut(whole, start, end);
        const expected = pointAt(whole, start + (end - start) * t);
        expect(distance(pointAt(part, t), expected)).toBeLessThan(1e-6);
      }),
    );
  });

  test("bends to the left by the offset asked for", () => {
    const curved = bent({ x: 0, y: 0 }, { x: 100, y: 0 }, 20);
    expect(pointAt(curved, 0.5)).toEqual({ x: 50, y: -20 });
  });

  test("the two directions between a pair bend away from each other", () => {
    const there = pointAt(bent({ x: 0, y: 0 }, { x: 100, y: 0 }, 20), 0.5);
    const back = pointAt(bent({ x: 100, y: 0 }, { x: 0, y: 0 }, 20), 0.5);
    expect(there.y).toBe(-20);
    expect(back.y).toBe(20);
  });

  test("measures a straight line exactly", () => {
    const line = measure(bent({ x: 0, y: 0 }, { x: 30, y: 40 }, 0));
    expect(line.total).toBeCloseTo(50, 9);
    expect(distance(pointAtLength(line, 25), { x: 15, y: 20 })).toBeLessThan(1e-9);
  });

  test("lengths beyond the ends give the ends", () => {
    const line = measure(bent({ x: 0, y: 0 }, { x: 30, y: 40 }, 5));
    expect(pointAtLength(line, -1)).toEqual({ x: 0, y: 0 });
    expect(pointAtLength(line, line.total + 1)).toEqual({ x: 30, y: 40 });
  });

  test("equal steps of length move the point by about as much", () => {
    const measured = measure(bent({ x: 0, y: 0 }, { x: 300, y: 0 }, 60));
    const step = measured.total / 20;
    for (let i = 0; i < 20; i++) {
      const moved = distance(pointAtLength(measured, i * step), pointAtLength(measured, (i + 1) * step));
      expect(Math.abs(moved - step)).toBeLessThan(step * 0.02);
    }
  });

  test("a place without a direction has no normal", () => {
    expect(leftOf({ x: 3, y: 3 }, { x: 3, y: 3 })).toEqual({ x: 0, y: 0 });
    expect(normalAt(bent({ x: 0, y: 0 }, { x: 10, y: 0 }, 0), 0.5)).toEqual({ x: 0, y: -1 });
  });
});
