import type { Address } from "../../../lib/address.ts";
import { createCrowd } from "../geometry/crowd.ts";
import type { Point } from "../geometry/curve.ts";
import { closedPath, fieldAround } from "../geometry/hull.ts";
import { type ThreadPath, threadPath } from "../geometry/thread-path.ts";
import type { GraphCircle } from "../model/graph-circles.ts";
import type { GraphNode, GraphThread, GraphView } from "../model/graph-view.ts";
import type { Visible } from "../model/neighbourhood.ts";
import { circlesWithin } from "./layout-input.ts";

/** A node in its place. */
export type SceneNode = GraphNode & Point;

/** A thread on its way. */
export type SceneThread = GraphThread & { readonly path: ThreadPath };

/** A circle's field: its outline in world units, and the same as an SVG path. */
export type SceneField = GraphCircle & { readonly outline: readonly Point[]; readonly path: string };

/** Everything that is drawn, in world units: what any painter needs and nothing of how it paints. */
export type Scene = {
  /** Largest last, so that nothing small is hidden. */
  readonly nodes: readonly SceneNode[];
  readonly nodeById: ReadonlyMap<Address, SceneNode>;
  /** Widest first: thin threads pass over thick ones. */
  readonly threads: readonly SceneThread[];
  readonly threadById: ReadonlyMap<string, SceneThread>;
  readonly fields: readonly SceneField[];
};

/** Draws the visible part of the graph at its places. The same graph and places always give the same scene. */
export function makeScene(
  view: Pick<GraphView, "nodes">,
  visible: Pick<Visible, "nodes" | "threads">,
  circles: readonly GraphCircle[],
  places: ReadonlyMap<string, Point>,
): Scene {
  const nodes = [...visible.nodes]
    .flatMap((id): SceneNode[] => {
      const node = view.nodes.get(id);
      const place = places.get(id);
      return node && place ? [{ ...node, ...place }] : [];
    })
    .sort((a, b) => a.radius - b.radius || (a.id < b.id ? -1 : 1));
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const threads = drawThreads(visible.threads, nodeById);
  return {
    nodes,
    nodeById,
    threads,
    threadById: new Map(threads.map((thread) => [thread.id, thread])),
    fields: circlesWithin(circles, new Set(nodeById.keys())).map((circle) => drawField(circle, nodeById)),
  };
}

function drawThreads(threads: readonly GraphThread[], nodeById: ReadonlyMap<Address, SceneNode>): SceneThread[] {
  const lanes = new Map<string, number>();
  const drawn = createCrowd();
  const nodes = [...nodeById.values()];
  return threads.flatMap((thread) => {
    const source = nodeById.get(thread.source);
    const target = nodeById.get(thread.target);
    if (!source || !target) return [];
    const pair = `${thread.source} ${thread.target}`;
    const lane = lanes.get(pair) ?? 0;
    lanes.set(pair, lane + 1);
    const others = nodes.filter((node) => node !== source && node !== target);
    const path = threadPath({ source, target, share: thread.share, lane, others, drawn });
    drawn.add(path.curve);
    return [{ ...thread, path }];
  });
}

function drawField(circle: GraphCircle, nodeById: ReadonlyMap<Address, SceneNode>): SceneField {
  const outline = fieldAround(circle.members.flatMap((member) => nodeById.get(member) ?? []));
  return { ...circle, outline, path: closedPath(outline) };
}
