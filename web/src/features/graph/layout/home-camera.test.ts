import { describe, expect, test } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphCircles } from "../model/graph-circles.ts";
import { graphView } from "../model/graph-view.ts";
import { toScreen } from "./fit.ts";
import { homeCamera } from "./home-camera.ts";
import { layOut } from "./testing/lay-out.ts";

const snapshot = trioSnapshot();
const view = graphView(snapshot);
const scene = layOut(view, graphCircles(snapshot, view));
const margins = { top: 20, right: 20, bottom: 20, left: 20 };
const seen = (
  canvas: { width: number; height: number },
  selected?: typeof tokens.ada,
  concerned?: ReadonlySet<typeof tokens.ada>,
) => {
  const camera = homeCamera(scene, canvas, margins, selected, concerned);
  return scene.nodes
    .filter((node) => {
      const { x, y } = toScreen(camera, node);
      return x >= 0 && y >= 0 && x <= canvas.width && y <= canvas.height;
    })
    .map((node) => node.id);
};

describe("homeCamera", () => {
  test("shows everything where there is room", () => {
    expect(seen({ width: 1000, height: 800 })).toHaveLength(4);
    expect(seen({ width: 1000, height: 800 }, tokens.ada)).toHaveLength(4);
  });

  test("shows everything, however small, when nothing is selected", () => {
    expect(seen({ width: 200, height: 160 })).toHaveLength(4);
  });

  test("else what matters to the selected node", () => {
    const canvas = { width: 290, height: 190 };
    const concerned = new Set([tokens.ada, tokens.cleo]);
    expect(seen(canvas, tokens.ada, concerned)).toEqual(expect.arrayContaining([tokens.ada, tokens.cleo]));
  });

  test("else the selected node is in the picture, large enough to be told", () => {
    const canvas = { width: 200, height: 160 };
    expect(seen(canvas, tokens.ada)).toContain(tokens.ada);
    expect(homeCamera(scene, canvas, margins, tokens.ada).k).toBeGreaterThanOrEqual(0.42);
  });
});
