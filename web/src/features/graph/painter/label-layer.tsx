import { memo, useMemo } from "react";
import type { Address } from "../../../lib/address.ts";
import type { Box, Camera, Size } from "../layout/fit.ts";
import { SIDES, type Side } from "../layout/label-candidates.ts";
import { type PlacedLabel, placeLabels } from "../layout/place-labels.ts";
import type { Scene, SceneField, SceneNode } from "../layout/scene.ts";
import { CHIP, chipWidth, type LabelMeasures, labelObstacles, labelRequests, measuresFor } from "./label-text.ts";

/** What the labels need. */
export type LabelLayerProps = {
  readonly scene: Scene;
  readonly camera: Camera;
  /** Where the camera last came to rest: labels choose their sides there and keep them while it moves. */
  readonly resting: Camera;
  readonly canvas: Size;
  readonly selected: Address | undefined;
  readonly chips: ReadonlyMap<Address, string>;
  /** Chips that are to come, and for which there is room from the start. */
  readonly coming: ReadonlyMap<Address, string>;
  /** Buttons that lie on the canvas, in screen pixels. */
  readonly reserved: readonly Box[];
};

/** A wallet's address that covers more points of threads than this says less than it hides. */
const MOST_COVERED = 2;

/** Names, chips and the words of circles: in screen pixels at any zoom, each where it covers least. */
export const LabelLayer = memo(function LabelLayer(props: LabelLayerProps) {
  const { scene, camera, resting, canvas, selected, chips, coming, reserved } = props;
  const measures = measuresFor(canvas);
  const placed = useMemo(() => {
    const { boxes, points } = labelObstacles(scene, resting);
    const requests = labelRequests({ scene, camera: resting, canvas, chips: coming, selected });
    return placeLabels(requests, { canvas, boxes: [...boxes, ...reserved], points });
  }, [scene, resting, canvas, coming, selected, reserved]);
  const now = new Map(
    labelRequests({ scene, camera, canvas, chips: coming, selected }).map((request) => [
      request.id,
      request.candidates,
    ]),
  );
  const fieldById = new Map(scene.fields.map((field) => [field.id, field]));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; the nodes say the same words
    <g aria-hidden="true" pointerEvents="none">
      {placed.map((label) => {
        const box = now.get(label.id)?.[label.choice];
        if (!box) return null;
        const field = fieldById.get(label.id);
        // Words of a circle that find no room are left to the panel, which has them too.
        if (field && !label.clear) return null;
        if (field) return <FieldWords key={label.id} field={field} box={box} measures={measures} />;
        const node = scene.nodeById.get(label.id as Address);
        const chip = node && chips.get(node.id);
        const expected = node !== undefined && coming.has(node.id);
        const readable = label.clear && (node?.kind !== "wallet" || label.covered <= MOST_COVERED);
        if (!node || !(readable || expected || node.id === selected)) return null;
        return (
          <NodeWords
            key={label.id}
            node={node}
            chip={chip}
            expected={expected}
            label={label}
            box={box}
            measures={measures}
          />
        );
      })}
    </g>
  );
});

function NodeWords(props: {
  readonly node: SceneNode;
  readonly chip: string | undefined;
  /** Whether there is room for a chip, shown yet or not. */
  readonly expected: boolean;
  readonly label: PlacedLabel;
  readonly box: Box;
  readonly measures: LabelMeasures;
}) {
  const { node, chip, expected, label, box, measures } = props;
  const isAddress = node.kind === "wallet";
  const size = isAddress ? measures.address : measures.name;
  const lineHeight = size * 1.35;
  // The name stays next to its node: above the node, the chip goes on top.
  const chipFirst = SIDES[label.choice]?.startsWith("above") && expected;
  const nameTop = chipFirst ? CHIP.height + CHIP.gap : 0;
  const { anchor, x } = alignmentOf(SIDES[label.choice], box);
  return (
    <g>
      <text
        x={x}
        y={box.y + nameTop + lineHeight * 0.76}
        textAnchor={anchor}
        fontSize={size}
        paintOrder="stroke"
        strokeWidth="4"
        strokeLinejoin="round"
        className={isAddress ? "fill-ink-3 stroke-ground font-mono" : "fill-ink stroke-ground font-semibold"}
      >
        {node.label}
      </text>
      {chip !== undefined && (
        <Chip
          words={chip}
          box={box}
          anchor={anchor}
          y={box.y + (chipFirst ? 0 : lineHeight + CHIP.gap)}
          measures={measures}
        />
      )}
    </g>
  );
}

type Anchor = "start" | "middle" | "end";

/** Words beside a node begin, or end, next to it. */
function alignmentOf(side: Side | undefined, box: Box): { anchor: Anchor; x: number } {
  if (side?.endsWith("right")) return { anchor: "start", x: box.x + 3 };
  if (side?.endsWith("left")) return { anchor: "end", x: box.x + box.width - 3 };
  return { anchor: "middle", x: box.x + box.width / 2 };
}

function Chip(props: {
  readonly words: string;
  readonly box: Box;
  readonly anchor: Anchor;
  readonly y: number;
  readonly measures: LabelMeasures;
}) {
  const { words, box, anchor, y, measures } = props;
  const width = chipWidth(words, measures);
  const spare = box.width - width;
  const left = box.x + (anchor === "start" ? 0 : anchor === "end" ? spare : spare / 2);
  return (
    <g>
      <rect
        x={left}
        y={y}
        width={width}
        height={CHIP.height}
        rx="6"
        className="fill-money-soft stroke-thread"
        strokeWidth="1"
      />
      <text
        x={left + width / 2}
        y={y + CHIP.height / 2 + measures.chip * 0.35}
        textAnchor="middle"
        fontSize={measures.chip}
        className="figures fill-money-ink font-semibold"
      >
        {words}
      </text>
    </g>
  );
}

function FieldWords(props: { readonly field: SceneField; readonly box: Box; readonly measures: LabelMeasures }) {
  const { field, box, measures } = props;
  const line = measures.note * 1.35;
  const words = { fontSize: measures.note, paintOrder: "stroke", strokeWidth: 4, strokeLinejoin: "round" } as const;
  return (
    <g>
      <text
        x={box.x + 2}
        y={box.y + line * 0.76}
        {...words}
        className={`stroke-ground font-medium ${field.closed ? "fill-bad" : "fill-network-ink"}`}
      >
        {field.title}
      </text>
      <text x={box.x + 2} y={box.y + line * 1.76} {...words} className="figures fill-ink-2 stroke-ground">
        {field.note}
      </text>
    </g>
  );
}
