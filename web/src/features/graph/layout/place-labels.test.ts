import { describe, expect, test } from "vitest";
import { isInside } from "../geometry/hull.ts";
import { besideField, besideNode, roundReach, SIDES } from "./label-candidates.ts";
import { type LabelRequest, overlaps, placeLabels } from "./place-labels.ts";

const canvas = { width: 400, height: 300 };
const nothing = { canvas, boxes: [], points: [] };
const words = { width: 60, height: 18 };
const named = (id: string, x: number, y: number): LabelRequest => ({
  id,
  candidates: besideNode({ x, y }, roundReach(20), words, canvas),
});
const ada = named("ada", 200, 150);
const sideOf = (placed: ReturnType<typeof placeLabels>, index = 0) => SIDES[placed[index]?.choice ?? -1];

describe("placeLabels", () => {
  test("stands below when nothing is in the way", () => {
    const placed = placeLabels([ada], nothing);
    expect(sideOf(placed)).toBe("below");
    expect(placed[0]).toMatchObject({ clear: true, box: { x: 170, y: 175, width: 60, height: 18 } });
  });

  test("goes above when threads run below", () => {
    const points = [180, 190, 200, 210].map((x) => ({ x, y: 185 }));
    expect(sideOf(placeLabels([ada], { ...nothing, points }))).toBe("above");
  });

  test("goes to the right when nodes are above and below", () => {
    const boxes = [
      { x: 180, y: 175, width: 40, height: 40 },
      { x: 180, y: 90, width: 40, height: 40 },
    ];
    expect(sideOf(placeLabels([ada], { ...nothing, boxes }))).toBe("right");
  });

  test("stays within the canvas", () => {
    expect(sideOf(placeLabels([named("low", 200, 290)], nothing))).toBe("above");
    const corner = placeLabels([named("corner", 10, 290)], nothing);
    expect(sideOf(corner)).toBe("above");
    expect(corner[0]).toMatchObject({ clear: true, box: { x: 4 } });
  });

  test("later labels make room for earlier ones", () => {
    const [first, second] = placeLabels([ada, named("ben", 200, 196)], nothing);
    if (!(first && second)) throw new Error("two labels were asked for");
    expect(overlaps(first.box, second.box)).toBe(false);
  });

  test("does not stand so close to another node that it seems to name it", () => {
    const other = { id: "ben", x: 175, y: 200, width: 50, height: 50 };
    expect(sideOf(placeLabels([ada], { ...nothing, boxes: [other] }))).toBe("above");
    expect(sideOf(placeLabels([ada], { ...nothing, boxes: [{ ...other, id: "ada" }] }))).toBe("below");
  });

  test("says when there was no free place", () => {
    const everywhere = [{ x: 0, y: 0, ...canvas }];
    expect(placeLabels([ada], { ...nothing, boxes: everywhere })[0]?.clear).toBe(false);
  });

  test("what is cut off at the edge is not clear", () => {
    expect(
      placeLabels([{ id: "cut", candidates: [{ x: -10, y: 20, width: 60, height: 18 }] }], nothing)[0]?.clear,
    ).toBe(false);
  });

  test("what has no place to stand gets none", () => {
    expect(placeLabels([{ id: "none", candidates: [] }], nothing)).toEqual([]);
  });
});

describe("candidates", () => {
  test("words move in from the edge with their node, and stay with a node that is not seen", () => {
    expect(besideNode({ x: 10, y: 100 }, roundReach(20), words, canvas)[0]?.x).toBe(4);
    expect(besideNode({ x: -50, y: 100 }, roundReach(20), words, canvas)[0]?.x).toBe(-80);
  });

  test("a node's sides do not share room", () => {
    const boxes = besideNode({ x: 200, y: 150 }, roundReach(20), words, canvas).slice(0, 4);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
    }
  });

  test("a field's words stand outside it", () => {
    const outline = Array.from({ length: 32 }, (_, i) => ({
      x: 200 + 90 * Math.cos((i / 32) * 2 * Math.PI),
      y: 150 + 50 * Math.sin((i / 32) * 2 * Math.PI),
    }));
    const boxes = besideField(outline, words);
    expect(boxes).toHaveLength(16);
    expect(boxes[0]?.x).toBeGreaterThan(290);
    for (const box of boxes) {
      expect(isInside(outline, { x: box.x + box.width / 2, y: box.y + box.height / 2 })).toBe(false);
    }
  });
});
