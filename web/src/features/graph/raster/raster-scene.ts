import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import type { NodeKind } from "../geometry/shape.ts";
import { LARGE_SCALE } from "../layout/large-scale.ts";
import type { GraphView } from "../model/graph-view.ts";
import type { Visible } from "../model/neighbourhood.ts";

/** Kinds by the number that stands for them in a raster scene. */
export const RASTER_KINDS: readonly NodeKind[] = ["person", "network", "pool", "wallet"];

/** A large graph as flat arrays, which a worker takes without copying: nodes largest first, threads strongest first. */
export type RasterScene = {
  /** Places in world units. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Half heights in world units. */
  readonly radius: Float32Array;
  /** Index in `RASTER_KINDS`. */
  readonly kind: Uint8Array;
  /** Index of the node at which a thread starts, and ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Direct shares, from 0 to 1. */
  readonly share: Float32Array;
};

/** A raster scene, and which node is which. */
export type IndexedRaster = { readonly scene: RasterScene; readonly ids: readonly Address[] };

/** The visible part of a graph as flat arrays; nodes without a place are left out, with their threads. */
export function rasterScene(
  view: Pick<GraphView, "nodes">,
  visible: Pick<Visible, "nodes" | "threads">,
  places: ReadonlyMap<string, Point>,
): IndexedRaster {
  const nodes = [...visible.nodes]
    .flatMap((id) => {
      const node = view.nodes.get(id);
      const place = places.get(id);
      return node && place ? [{ ...node, ...place }] : [];
    })
    .sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1));
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const threads = visible.threads.filter(({ source, target }) => indexOf.has(source) && indexOf.has(target));
  return {
    ids: nodes.map((node) => node.id),
    scene: {
      x: Float32Array.from(nodes, (node) => node.x),
      y: Float32Array.from(nodes, (node) => node.y),
      radius: Float32Array.from(nodes, (node) => node.radius * LARGE_SCALE),
      kind: Uint8Array.from(nodes, (node) => RASTER_KINDS.indexOf(node.kind)),
      from: Uint32Array.from(threads, (thread) => indexOf.get(thread.source) ?? 0),
      to: Uint32Array.from(threads, (thread) => indexOf.get(thread.target) ?? 0),
      share: Float32Array.from(threads, (thread) => thread.share),
    },
  };
}

/** The node nearest to a place, within `reach`, both in world units; larger nodes win where several are as near. */
export function nodeAt({ scene, ids }: IndexedRaster, place: Point, reach: number): Address | undefined {
  let best: { index: number; apart: number } | undefined;
  for (let index = 0; index < ids.length; index++) {
    const apart = Math.hypot((scene.x[index] as number) - place.x, (scene.y[index] as number) - place.y);
    const edge = Math.max(0, apart - (scene.radius[index] as number));
    if (edge <= reach && (best === undefined || edge < best.apart)) best = { index, apart: edge };
  }
  return best && ids[best.index];
}
