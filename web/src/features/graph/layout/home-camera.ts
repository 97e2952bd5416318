import type { Address } from "../../../lib/address.ts";
import { boxAround, type Camera, cameraFor, type Margins, type Size } from "./fit.ts";
import type { Scene } from "./scene.ts";

/** Below this zoom cloths can't be told apart, and the selected node's surroundings are shown instead of everything. */
const LEAST_READABLE = 0.42;

/**
 * Where the camera starts: all of the scene where that can be read, else the selected node with what matters to it:
 * `concerned`, or without that what it is tied to.
 */
export function homeCamera(
  scene: Scene,
  canvas: Size,
  margins: Margins,
  selected: Address | undefined,
  concerned: ReadonlySet<Address> = new Set(),
): Camera {
  const all = cameraFor(boxAround(scene.nodes), canvas, margins);
  const middle = selected === undefined ? undefined : scene.nodeById.get(selected);
  if (all.k >= LEAST_READABLE || !middle) return all;
  const near = new Set<Address>([middle.id]);
  for (const { source, target } of scene.threads) {
    if (source === middle.id) near.add(target);
    if (target === middle.id) near.add(source);
  }
  for (const nodes of [concerned.size > 0 ? new Set([...concerned, middle.id]) : near, near]) {
    const close = cameraFor(boxAround(scene.nodes.filter((node) => nodes.has(node.id))), canvas, margins);
    if (close.k >= LEAST_READABLE) return close;
  }
  // Even its surroundings are too large: the node itself, in the middle.
  const reach = { width: canvas.width / LEAST_READABLE / 2, height: canvas.height / LEAST_READABLE / 2 };
  return cameraFor({ x: middle.x - reach.width / 2, y: middle.y - reach.height / 2, ...reach }, canvas, margins);
}
