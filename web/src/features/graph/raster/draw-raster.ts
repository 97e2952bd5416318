import type { Camera } from "../layout/fit.ts";
import { RASTER_KINDS, type RasterScene } from "./raster-scene.ts";

/** Colours by kind, in the order of `RASTER_KINDS`, and the ground's. */
export type RasterPalette = { readonly kinds: readonly string[]; readonly ground: string };

/** Most that is drawn: the strongest threads and the largest nodes. */
export type RasterBudget = { readonly threads: number; readonly nodes: number };

/** What to draw and how it is looked at. */
export type RasterRequest = {
  readonly camera: Camera;
  /** Screen pixels of the picture, whose left upper corner lies at `-margin` of the canvas. */
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly x: number; readonly y: number };
  /** Pixels of the picture for one of the screen. */
  readonly ratio: number;
  readonly palette: RasterPalette;
  readonly budget: RasterBudget;
  /** Whether all of it steps back behind what is in focus. */
  readonly faint: boolean;
};

/** How much was drawn; what lies outside of the picture does not count. */
export type RasterCounts = { readonly threads: number; readonly nodes: number };

/** What the drawing needs of a canvas' context, on a page or in a worker. */
export type RasterContext = Pick<
  CanvasRenderingContext2D,
  | "arc"
  | "beginPath"
  | "clearRect"
  | "closePath"
  | "fill"
  | "lineTo"
  | "moveTo"
  | "quadraticCurveTo"
  | "rect"
  | "roundRect"
  | "setTransform"
  | "stroke"
> & {
  fillStyle: CanvasRenderingContext2D["fillStyle"];
  globalAlpha: number;
  lineWidth: number;
  strokeStyle: CanvasRenderingContext2D["strokeStyle"];
};

/** Threads bend to the left by this part of their length, always: mutual holdings form an eye, and the side tells the way. */
const BEND = 0.16;

/** Opacity of threads, of nodes behind a focus, and of threads behind it. */
const OPACITY = { thread: 0.42, node: 1, faintNode: 0.3, faintThread: 0.07 } as const;

/** From so many threads on they lie over each other so often that each has to be fainter. */
const DENSE = 2_000;

/** From this width on a thread tapers visibly, in screen pixels; below it is one line. */
const TAPERS_FROM = 1.6;

/** The smallest half height of a node and width of a thread, in screen pixels. */
const LEAST = { radius: 1.6, width: 0.5 } as const;

/** Zoom below which threads don't get thinner: they would be too thin to tell large parts from small ones. */
const THINNEST_AT = 0.3;

/** World units of width for a whole token; half as much at the holder. */
const WIDTH = { least: 0.7, whole: 6 } as const;

/** Draws a large graph: strongest threads and largest nodes first until the budget is spent, in view only. */
export function drawRaster(context: RasterContext, scene: RasterScene, request: RasterRequest): RasterCounts {
  const { width, height, ratio, margin, camera } = request;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * ratio, height * ratio);
  context.setTransform(ratio, 0, 0, ratio, (camera.x + margin.x) * ratio, (camera.y + margin.y) * ratio);
  const threads = drawThreads(context, scene, request);
  const nodes = drawNodes(context, scene, request);
  return { threads, nodes };
}

/** What can be seen, in screen pixels around the camera's origin. */
function windowOf({ camera, margin, width, height }: RasterRequest) {
  const left = -camera.x - margin.x;
  const top = -camera.y - margin.y;
  return { left, top, right: left + width, bottom: top + height };
}

function drawThreads(context: RasterContext, scene: RasterScene, request: RasterRequest): number {
  const { camera, budget, palette, faint } = request;
  const seen = windowOf(request);
  const scale = Math.max(camera.k, THINNEST_AT);
  const dense = Math.min(1, Math.sqrt(DENSE / scene.from.length));
  context.globalAlpha = faint ? OPACITY.faintThread : OPACITY.thread * dense;
  let drawn = 0;
  for (let index = 0; index < scene.from.length && drawn < budget.threads; index++) {
    const source = scene.from[index] as number;
    const target = scene.to[index] as number;
    const [x1, y1] = [(scene.x[source] as number) * camera.k, (scene.y[source] as number) * camera.k];
    const [x2, y2] = [(scene.x[target] as number) * camera.k, (scene.y[target] as number) * camera.k];
    const outside =
      Math.max(x1, x2) < seen.left ||
      Math.min(x1, x2) > seen.right ||
      Math.max(y1, y2) < seen.top ||
      Math.min(y1, y2) > seen.bottom;
    if (outside) continue;
    const share = Math.min(scene.share[index] as number, 1);
    const width = Math.max((WIDTH.least + WIDTH.whole * Math.sqrt(share)) * scale, LEAST.width);
    const colour = palette.kinds[scene.kind[source] as number] ?? palette.ground;
    drawThread(context, { x1, y1, x2, y2, width, colour });
    drawn += 1;
  }
  return drawn;
}

type Line = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
};

function drawThread(context: RasterContext, { x1, y1, x2, y2, width, colour }: Line): void {
  const [dx, dy] = [x2 - x1, y2 - y1];
  // The middle of a quadratic curve lies halfway between its chord and its control point.
  const cx = (x1 + x2) / 2 + dy * 2 * BEND;
  const cy = (y1 + y2) / 2 - dx * 2 * BEND;
  context.beginPath();
  if (width < TAPERS_FROM) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.moveTo(x1, y1);
    context.quadraticCurveTo(cx, cy, x2, y2);
    context.stroke();
    return;
  }
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [dy / length, -dx / length];
  const [start, middle, end] = [width / 2, (width * 3) / 8, width / 4];
  context.fillStyle = colour;
  context.moveTo(x1 + nx * start, y1 + ny * start);
  context.quadraticCurveTo(cx + nx * middle, cy + ny * middle, x2 + nx * end, y2 + ny * end);
  context.lineTo(x2 - nx * end, y2 - ny * end);
  context.quadraticCurveTo(cx - nx * middle, cy - ny * middle, x1 - nx * start, y1 - ny * start);
  context.fill();
}

function drawNodes(context: RasterContext, scene: RasterScene, request: RasterRequest): number {
  const { camera, budget, palette, faint } = request;
  const seen = windowOf(request);
  context.globalAlpha = faint ? OPACITY.faintNode : OPACITY.node;
  let drawn = 0;
  const shown: number[] = [];
  for (let index = 0; index < scene.x.length && drawn < budget.nodes; index++) {
    const radius = Math.max((scene.radius[index] as number) * camera.k, LEAST.radius);
    const [x, y] = [(scene.x[index] as number) * camera.k, (scene.y[index] as number) * camera.k];
    if (x < seen.left - radius || x > seen.right + radius || y < seen.top - radius || y > seen.bottom + radius)
      continue;
    shown.push(index);
    drawn += 1;
  }
  // The largest last, so that none of them is hidden.
  for (const index of shown.reverse()) {
    const radius = Math.max((scene.radius[index] as number) * camera.k, LEAST.radius);
    const kind = scene.kind[index] as number;
    const colour = palette.kinds[kind] ?? palette.ground;
    context.fillStyle = palette.ground;
    shape(context, kind, (scene.x[index] as number) * camera.k, (scene.y[index] as number) * camera.k, radius + 1);
    context.fill();
    if (RASTER_KINDS[kind] === "wallet") {
      context.strokeStyle = colour;
      context.lineWidth = Math.max(radius * 0.35, 1);
      shape(context, kind, (scene.x[index] as number) * camera.k, (scene.y[index] as number) * camera.k, radius * 0.82);
      context.stroke();
    } else {
      context.fillStyle = colour;
      shape(context, kind, (scene.x[index] as number) * camera.k, (scene.y[index] as number) * camera.k, radius);
      context.fill();
    }
  }
  return drawn;
}

/** The outline of a kind: a square, a diamond, else round. */
function shape(context: RasterContext, kind: number, x: number, y: number, radius: number): void {
  context.beginPath();
  switch (RASTER_KINDS[kind]) {
    case "network":
      context.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, radius * 0.4);
      break;
    case "pool":
      context.moveTo(x, y - radius);
      context.lineTo(x + radius, y);
      context.lineTo(x, y + radius);
      context.lineTo(x - radius, y);
      context.closePath();
      break;
    default:
      context.arc(x, y, radius, 0, 2 * Math.PI);
  }
}
