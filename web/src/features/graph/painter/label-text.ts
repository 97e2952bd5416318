import type { Address } from "../../../lib/address.ts";
import { pointAt } from "../geometry/curve.ts";
import { FIELD_AIR } from "../geometry/hull.ts";
import { type Box, type Camera, type Size, toScreen } from "../layout/fit.ts";
import { besideField, besideNode, type Reach, roundReach } from "../layout/label-candidates.ts";
import type { LabelRequest } from "../layout/place-labels.ts";
import type { Scene, SceneField, SceneNode } from "../layout/scene.ts";
import { textWidth } from "../layout/text-width.ts";

/** Measures of labels and chips, in screen pixels at any zoom. */
export type LabelMeasures = {
  readonly name: number;
  readonly address: number;
  readonly chip: number;
  readonly note: number;
};

/** A canvas narrower than this has smaller and fewer words, in screen pixels. */
const NARROW_CANVAS = 600;

/** On a wide canvas, and on a narrow one. */
const WIDE: LabelMeasures = { name: 14.5, address: 12, chip: 13.5, note: 13.5 };
const NARROW: LabelMeasures = { name: 13, address: 11, chip: 12, note: 12 };

/** Distance between points of threads that labels keep clear of, in world units. */
const SAMPLE = 14;

/** Room of a chip beyond its words, and between it and the name, in screen pixels. */
export const CHIP = { paddingX: 9, height: 24, gap: 4 } as const;

/** Sizes of type for a canvas. */
export function measuresFor(canvas: Size): LabelMeasures {
  return canvas.width < NARROW_CANVAS ? NARROW : WIDE;
}

/** Room that a node's name and chip take, in screen pixels. */
export function labelSize(node: SceneNode, chip: string | undefined, measures: LabelMeasures): Size {
  const isAddress = node.kind === "wallet";
  const size = isAddress ? measures.address : measures.name;
  const name = { width: textWidth(node.label, size, isAddress) + 6, height: size * 1.35 };
  if (chip === undefined) return name;
  const width = chipWidth(chip, measures);
  return { width: Math.max(name.width, width), height: name.height + CHIP.gap + CHIP.height };
}

/** Width of a chip with its words, in screen pixels. */
export function chipWidth(chip: string, measures: LabelMeasures): number {
  return textWidth(chip, measures.chip) + 2 * CHIP.paddingX;
}

/** Room that the words beside a circle take, in screen pixels. */
export function fieldSize(field: SceneField, measures: LabelMeasures): Size {
  const width = Math.max(textWidth(field.title, measures.note), textWidth(field.note, measures.note)) + 4;
  return { width, height: measures.note * 1.35 * 2 };
}

/** All labels that are wanted, the most important first, with the places where each could stand. */
export function labelRequests(options: {
  scene: Scene;
  camera: Camera;
  canvas: Size;
  chips: ReadonlyMap<Address, string>;
  selected: Address | undefined;
}): LabelRequest[] {
  const { scene, camera, canvas, chips, selected } = options;
  const measures = measuresFor(canvas);
  const rank = (node: SceneNode) => {
    if (node.id === selected) return 0;
    if (chips.has(node.id)) return 1;
    return node.kind === "network" ? 2 : node.kind === "person" ? 3 : 4;
  };
  const inFields = new Set(scene.fields.flatMap((field) => field.members));
  // On a narrow canvas a flow needs the room: who has no part in it stays without a name.
  const named =
    canvas.width < NARROW_CANVAS && chips.size > 0 ? scene.nodes.filter((node) => rank(node) < 2) : scene.nodes;
  const nodes = [...named]
    .sort((a, b) => rank(a) - rank(b) || b.radius - a.radius || (a.id < b.id ? -1 : 1))
    .map((node) => ({
      id: node.id as string,
      candidates: besideNode(
        toScreen(camera, node),
        reachOf(node, inFields.has(node.id), camera.k),
        labelSize(node, chips.get(node.id), measures),
        canvas,
      ),
    }));
  const fields = scene.fields.map((field) => ({
    id: field.id,
    candidates: besideField(
      field.outline.map((point) => toScreen(camera, point)),
      fieldSize(field, measures),
    ),
  }));
  const important = nodes.length - named.filter((node) => rank(node) === 4).length;
  return [...nodes.slice(0, important), ...fields, ...nodes.slice(important)];
}

/** Members of a circle have their names outside of its field, or the outline would run through them. */
function reachOf(node: SceneNode, inField: boolean, k: number): Reach {
  const air = inField ? FIELD_AIR : 0;
  const round = roundReach((node.radius + air) * k + 3);
  return node.kind === "network" ? { ...round, corner: (node.radius * 0.88 + air * Math.SQRT1_2) * k + 3 } : round;
}

/** What labels keep clear of, in screen pixels: nodes, and points along threads and the edges of fields. */
export function labelObstacles(scene: Scene, camera: Camera) {
  const boxes: (Box & { id: string })[] = scene.nodes.map((node) => {
    const { x, y } = toScreen(camera, node);
    const reach = node.radius * camera.k + 2;
    return { id: node.id, x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  });
  const points = scene.threads.flatMap(({ path }) => {
    const count = Math.ceil(path.measured.total / SAMPLE);
    return Array.from({ length: count }, (_, index) => toScreen(camera, pointAt(path.curve, (index + 0.5) / count)));
  });
  const edges = scene.fields.flatMap((field) => field.outline.map((point) => toScreen(camera, point)));
  return { boxes, points: [...points, ...edges] };
}
