import { describe, expect, test } from "vitest";
import { boxOn, type LabelRequest, overlaps, placeLabels } from "./place-labels.ts";

const canvas = { width: 400, height: 300 };
const nothing = { canvas, boxes: [], points: [] };
const ada: LabelRequest = {
  id: "ada",
  at: { x: 200, y: 150 },
  reach: { x: 20, y: 20 },
  size: { width: 60, height: 18 },
};

describe("placeLabels", () => {
  test("stands below when nothing is in the way", () => {
    const [label] = placeLabels([ada], nothing);
    expect(label?.side).toBe("below");
    expect(label?.box).toEqual({ x: 170, y: 175, width: 60, height: 18 });
  });

  test("goes above when threads run below", () => {
    const points = [180, 190, 200, 210].map((x) => ({ x, y: 185 }));
    expect(placeLabels([ada], { ...nothing, points })[0]?.side).toBe("above");
  });

  test("goes to the right when nodes are above and below", () => {
    const boxes = [
      { x: 180, y: 175, width: 40, height: 40 },
      { x: 180, y: 90, width: 40, height: 40 },
    ];
    expect(placeLabels([ada], { ...nothing, boxes })[0]?.side).toBe("right");
  });

  test("stays within the canvas", () => {
    const low = { ...ada, at: { x: 200, y: 290 } };
    expect(placeLabels([low], nothing)[0]?.side).toBe("above");
    const corner = { ...ada, at: { x: 10, y: 290 } };
    expect(placeLabels([corner], nothing)[0]?.side).toBe("right");
  });

  test("later labels make room for earlier ones", () => {
    const ben = { ...ada, id: "ben", at: { x: 200, y: 196 } };
    const [first, second] = placeLabels([ada, ben], { ...nothing, boxes: [] });
    if (!(first && second)) throw new Error("two labels were asked for");
    expect(overlaps(first.box, second.box)).toBe(false);
  });

  test("answers the same every time", () => {
    const points = Array.from({ length: 40 }, (_, i) => ({ x: 150 + i * 3, y: 120 + i * 2 }));
    expect(placeLabels([ada], { ...nothing, points })).toEqual(placeLabels([ada], { ...nothing, points }));
  });
});

describe("boxOn", () => {
  test("boxes that only touch do not overlap", () => {
    const below = boxOn("below", ada);
    const above = boxOn("above", ada);
    expect(overlaps(below, above)).toBe(false);
    expect(overlaps(below, { ...below, x: below.x + below.width })).toBe(false);
  });
});
