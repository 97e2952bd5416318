import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokens, trioSnapshot } from "../../../data/testing/trio.ts";
import { graphView } from "../model/graph-view.ts";
import { visiblePart } from "../model/neighbourhood.ts";
import { MOVING_BUDGET, nextMovingBudget, REST_BUDGET } from "./budget.ts";
import { drawRaster, type RasterContext, type RasterRequest } from "./draw-raster.ts";
import { focusScene } from "./focus-scene.ts";
import { nodeAt, RASTER_KINDS, rasterScene } from "./raster-scene.ts";
import { covers, viewTransform } from "./view-transform.ts";

const view = graphView(trioSnapshot());
const visible = visiblePart(view, { selected: undefined });
const places = new Map<string, { x: number; y: number }>([
  [tokens.ada, { x: -100, y: 0 }],
  [tokens.ben, { x: 100, y: 0 }],
  [tokens.cleo, { x: 0, y: 100 }],
  [tokens.trio, { x: 0, y: 0 }],
]);
const indexed = rasterScene(view, visible, places);

/** A context that remembers which shapes were drawn in which colour. */
function remember() {
  const drawn: string[] = [];
  let shape = "";
  const note = (name: string) => () => {
    shape = name;
  };
  const context = {
    fillStyle: "",
    strokeStyle: "",
    globalAlpha: 1,
    lineWidth: 1,
    arc: note("circle"),
    roundRect: note("square"),
    quadraticCurveTo: note("thread"),
    beginPath: note(""),
    clearRect: () => {},
    closePath: note("diamond"),
    lineTo: () => {},
    moveTo: () => {},
    rect: () => {},
    setTransform: () => {},
    fill: () => drawn.push(`${shape} ${context.fillStyle} ${context.globalAlpha}`),
    stroke: () => drawn.push(`${shape} ${context.strokeStyle} ${context.globalAlpha}`),
  };
  return { context: context as unknown as RasterContext, drawn };
}

const request: RasterRequest = {
  camera: { x: 200, y: 200, k: 1 },
  width: 400,
  height: 400,
  margin: { x: 0, y: 0 },
  ratio: 1,
  palette: { kinds: RASTER_KINDS, ground: "ground" },
  budget: REST_BUDGET,
  faint: false,
};

describe("rasterScene", () => {
  test("has every node with a place, largest first, and every thread between two of them, strongest first", () => {
    expect(indexed.ids).toHaveLength(4);
    expect(indexed.ids[0]).toBe(tokens.trio);
    expect(indexed.scene.share).toHaveLength(view.threads.length);
    expect([...indexed.scene.share]).toEqual([...indexed.scene.share].sort((a, b) => b - a));
    for (const [index, thread] of view.threads.entries()) {
      expect(indexed.ids[indexed.scene.from[index] ?? -1]).toBe(thread.source);
      expect(indexed.ids[indexed.scene.to[index] ?? -1]).toBe(thread.target);
    }
    const part = rasterScene(view, visible, new Map([...places].filter(([id]) => id !== tokens.trio)));
    expect([part.ids.length, part.scene.share.length]).toEqual([3, 0]);
  });

  test("the nearest node within reach is picked, and none beyond it", () => {
    expect(nodeAt(indexed, { x: -90, y: 3 }, 14)).toBe(tokens.ada);
    expect(nodeAt(indexed, { x: 0, y: 55 }, 14)).toBeUndefined();
  });
});

describe("drawRaster", () => {
  test("draws every thread below every node, each kind in its shape and colour", () => {
    const { context, drawn } = remember();
    expect(drawRaster(context, indexed.scene, request)).toEqual({ threads: 6, nodes: 4 });
    expect(drawn.slice(0, 6).every((each) => each.startsWith("thread"))).toBe(true);
    expect(drawn.filter((each) => each.startsWith("circle person"))).toHaveLength(3);
    expect(drawn.filter((each) => each.startsWith("square network"))).toHaveLength(1);
  });

  test("keeps to its budget, draws nothing that can't be seen, and steps back behind a focus", () => {
    const { context, drawn } = remember();
    expect(drawRaster(context, indexed.scene, { ...request, budget: { threads: 2, nodes: 1 } })).toEqual({
      threads: 2,
      nodes: 1,
    });
    expect(drawn.at(-1)).toBe("square network 1");
    const away = { ...request, camera: { x: 5_000, y: 5_000, k: 1 } };
    expect(drawRaster(remember().context, indexed.scene, away)).toEqual({ threads: 0, nodes: 0 });
    const faint = remember();
    drawRaster(faint.context, indexed.scene, { ...request, faint: true });
    expect(faint.drawn.every((each) => Number(each.split(" ")[2]) < 0.5)).toBe(true);
  });
});

describe("viewTransform", () => {
  const camera = fc.record({
    x: fc.double({ min: -2_000, max: 2_000, noNaN: true }),
    y: fc.double({ min: -2_000, max: 2_000, noNaN: true }),
    k: fc.double({ min: 0.05, max: 4, noNaN: true }),
  });
  const margin = { x: 300, y: 200 };

  test("puts what was painted for one camera to where the other sees it", () => {
    fc.assert(
      fc.property(camera, camera, fc.integer({ min: -500, max: 500 }), (from, to, world) => {
        const { scale, x, y } = viewTransform(from, to, margin);
        // Where the point lies within the painted element, then after the transform around its corner.
        const inElement = { x: world * from.k + from.x + margin.x, y: world * from.k + from.y + margin.y };
        expect(inElement.x * scale + x - margin.x).toBeCloseTo(world * to.k + to.x, 6);
        expect(inElement.y * scale + y - margin.y).toBeCloseTo(world * to.k + to.y, 6);
      }),
    );
  });

  test("knows when the picture no longer covers the canvas", () => {
    const size = { width: 1_000, height: 800 };
    const start = { x: 0, y: 0, k: 1 };
    const at = (x: number, k = 1) => covers(viewTransform(start, { x, y: 0, k }, margin), size, margin);
    expect([at(0), at(300), at(301), at(-300), at(-301), at(0, 0.5)]).toEqual([true, true, false, true, false, false]);
  });
});

test("a picture that lags behind gets half as much to draw, down to what still says something", () => {
  expect(nextMovingBudget(MOVING_BUDGET, 40)).toBe(MOVING_BUDGET);
  let budget = MOVING_BUDGET;
  for (let turn = 0; turn < 9; turn++) budget = nextMovingBudget(budget, 900);
  expect(budget.threads).toBe(200);
});

describe("focusScene", () => {
  const focus = (selected: `0x${string}` | undefined, carried?: ReadonlyMap<string, bigint>) =>
    focusScene({ view, visible, places, selected, carried, k: 0.1 });

  test("without a selection names the largest, without their threads", () => {
    const scene = focus(undefined);
    expect(scene.nodes).toHaveLength(4);
    expect(scene.threads).toHaveLength(0);
  });

  test("has the selected node with what it is tied to, large enough to tell its cloth", () => {
    const scene = focus(tokens.ada);
    expect(new Set(scene.nodes.map((node) => node.id))).toEqual(new Set([tokens.ada, tokens.trio]));
    expect(scene.nodes.every((node) => node.radius * 0.1 >= 9)).toBe(true);
  });

  test("follows a gain along the threads that carry it", () => {
    const carried = new Map(view.threads.filter(({ source }) => source === tokens.trio).map(({ id }) => [id, 5n]));
    expect(focus(tokens.ada, carried).nodes.map((node) => node.id)).toEqual(
      expect.arrayContaining([tokens.trio, tokens.ben, tokens.cleo, tokens.ada]),
    );
  });
});
