import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance, pointAt } from "./curve.ts";
import { distanceFrom, type NodeKind, type Shape } from "./shape.ts";
import { AIR, threadPath, threadWidth } from "./thread-path.ts";

const kind = fc.constantFrom<NodeKind>("person", "network", "pool", "wallet");
const shape: fc.Arbitrary<Shape> = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
  kind,
  radius: fc.double({ min: 8, max: 50, noNaN: true }),
});

const ada: Shape = { x: 0, y: 0, kind: "person", radius: 30 };
const trio: Shape = { x: 300, y: 0, kind: "network", radius: 40 };

describe("threadPath", () => {
  test("meets both nodes with the same air", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (source, target, share) => {
        fc.pre(distance(source, target) > 2 * (source.radius + target.radius) + 40);
        const { curve } = threadPath({ source, target, share });
        expect(distanceFrom(source, curve.from)).toBeCloseTo(AIR, 3);
        expect(distanceFrom(target, curve.to)).toBeCloseTo(AIR, 3);
      }),
    );
  });

  test("is wider for a larger share and never thinner than a visible thread", () => {
    expect(threadWidth(0)).toBe(1.5);
    expect(threadWidth(1)).toBe(14.5);
    expect(threadWidth(0.25)).toBe(8);
    expect(threadWidth(7)).toBe(14.5);
  });

  test("tapers to half its width at the holder", () => {
    const { outline, width } = threadPath({ source: ada, target: trio, share: 0.2 });
    const numbers = outline.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    const points = Array.from({ length: numbers.length / 2 }, (_, i) => ({
      x: numbers[2 * i] as number,
      y: numbers[2 * i + 1] as number,
    }));
    const [startLeft, , endLeft, endRight, , startRight] = points;
    if (!(startLeft && endLeft && endRight && startRight)) throw new Error("the outline has six points");
    expect(distance(startLeft, startRight)).toBeCloseTo(width, 1);
    expect(distance(endLeft, endRight)).toBeCloseTo(width / 2, 1);
  });

  test("the rim leaves the ends free, where many threads meet", () => {
    const { rim, line } = threadPath({ source: ada, target: trio, share: 0.2 });
    const start = (path: string) => Number(path.match(/^M(-?[\d.]+),/)?.[1]);
    expect(start(rim) - start(line)).toBeGreaterThan(20);
    const short = threadPath({ source: ada, target: { ...trio, x: 90 }, share: 0.2 });
    expect(short.rim).not.toContain("NaN");
  });

  test("mutual holdings form an eye", () => {
    const there = threadPath({ source: ada, target: trio, share: 0.2 });
    const back = threadPath({ source: trio, target: ada, share: 0.2 });
    expect(pointAt(there.curve, 0.5).y).toBeLessThan(0);
    expect(pointAt(back.curve, 0.5).y).toBeGreaterThan(0);
  });

  test("a second thread between the same nodes takes a lane further out", () => {
    const first = threadPath({ source: ada, target: trio, share: 0.2 });
    const second = threadPath({ source: ada, target: trio, share: 0.2, lane: 1 });
    expect(pointAt(second.curve, 0.5).y).toBeLessThan(pointAt(first.curve, 0.5).y - 20);
  });

  test("passes around a node that it does not concern", () => {
    const inTheWay: Shape = { x: 150, y: -48, kind: "person", radius: 20 };
    const straightOn = threadPath({ source: ada, target: trio, share: 0.2 });
    const around = threadPath({ source: ada, target: trio, share: 0.2, others: [inTheWay] });
    const least = (curve: typeof around.curve) =>
      Math.min(...Array.from({ length: 33 }, (_, i) => distanceFrom(inTheWay, pointAt(curve, i / 32))));
    expect(least(straightOn.curve)).toBeLessThan(0);
    expect(least(around.curve)).toBeGreaterThan(0);
  });

  test("nodes on top of each other leave a point, not an error", () => {
    const { measured, outline } = threadPath({ source: ada, target: { ...trio, x: 10 }, share: 0.2 });
    expect(measured.total).toBe(0);
    expect(outline).not.toContain("NaN");
  });
});
