import { describe, expect, test } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { distance, pointAt } from "../geometry/curve.ts";
import { isInside } from "../geometry/hull.ts";
import { graphCircles } from "../model/graph-circles.ts";
import { graphView } from "../model/graph-view.ts";
import { layOut } from "./testing/lay-out.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const circles = graphCircles(snapshot, view);
const scene = layOut(view, circles);

describe("makeScene", () => {
  test("draws every node, every thread and the circle of the worked example", () => {
    expect(scene.nodes).toHaveLength(4);
    expect(scene.threads).toHaveLength(6);
    expect(scene.fields.map((field) => field.title)).toEqual(["circle of two"]);
  });

  test("the field holds its members and nobody else", () => {
    const outline = scene.fields[0]?.outline ?? [];
    const inside = scene.nodes.filter((node) => isInside(outline, node)).map((node) => node.id);
    expect(inside.sort()).toEqual([tokens.cleo, tokens.trio]);
  });

  test("a thread starts at its token and ends at its holder", () => {
    for (const thread of scene.threads) {
      const source = scene.nodeById.get(thread.source);
      const target = scene.nodeById.get(thread.target);
      if (!(source && target)) throw new Error("both ends are drawn");
      expect(distance(source, thread.path.curve.from)).toBeLessThan(source.radius * 1.5 + 5);
      expect(distance(target, pointAt(thread.path.curve, 1))).toBeLessThan(target.radius * 1.5 + 5);
    }
  });

  test("is the same every time", () => {
    const again = layOut(view, circles);
    expect(again.nodes.map(({ id, x, y }) => [id, x, y])).toEqual(scene.nodes.map(({ id, x, y }) => [id, x, y]));
  });

  test("a circle that is only partly visible has no field", () => {
    const nodes = new Set([tokens.trio, tokens.ada]);
    const threads = view.threads.filter((thread) => nodes.has(thread.source) && nodes.has(thread.target));
    const part = layOut(view, circles, 1, { nodes, threads });
    expect(part.fields).toEqual([]);
    expect(part.threads).toHaveLength(2);
  });
});
