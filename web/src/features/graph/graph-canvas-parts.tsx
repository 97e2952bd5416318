import { Move, Pin, PinOff } from "lucide-react";
import { useMemo } from "react";
import type { Address } from "../../lib/address.ts";
import type { Point } from "./geometry/curve.ts";
import type { NodeKind } from "./geometry/shape.ts";
import type { PlaceKeeper } from "./layout/use-kept-places.ts";
import { PictureKey } from "./painter/picture-key.tsx";
import type { GraphState } from "./use-graph.ts";

/** What lies on the canvas and says or does something. */
export const CHIP =
  "pointer-events-auto inline-flex min-h-11 items-center gap-2 rounded-control border border-line bg-cloth px-3 text-note text-ink-2";

/** What the shapes in the picture mean. */
export function GraphKey({ graph, pinned }: { readonly graph: GraphState; readonly pinned: boolean }) {
  const { view, visible, selected, flow } = graph;
  const kinds = useMemo(
    () => new Set([...visible.nodes].flatMap((id): NodeKind | [] => view.nodes.get(id)?.kind ?? [])),
    [view, visible],
  );
  return (
    <PictureKey kinds={kinds} dashed={selected !== undefined && !flow} pinned={pinned} flow={flow !== undefined} />
  );
}

/** Pins the selected node, moves it without dragging, and lets go of all pins. */
export function PinButtons(props: {
  readonly graph: GraphState;
  readonly keeper: PlaceKeeper;
  readonly places: ReadonlyMap<string, Point> | undefined;
  /** Whether the next press on the ground puts the selected node there. */
  readonly moving: boolean;
  readonly onMoving: (node: Address | undefined) => void;
}) {
  const { graph, keeper, places, moving, onMoving } = props;
  const { pins } = keeper.kept;
  const node = graph.selected && graph.view.nodes.get(graph.selected);
  const place = node && places?.get(node.id);
  const act = `${CHIP} cursor-pointer font-semibold text-ink hover:bg-inset`;
  const icon = { "aria-hidden": true, size: 17, strokeWidth: 1.6 } as const;
  return (
    <>
      {node && place && !moving && (
        <>
          <button
            type="button"
            className={act}
            onClick={() => (pins.has(node.id) ? keeper.unpin(node.id) : keeper.pin(node.id, place))}
          >
            {pins.has(node.id) ? <PinOff {...icon} /> : <Pin {...icon} />}
            {`${pins.has(node.id) ? "Unpin" : "Pin"} ${node.label}`}
          </button>
          <button type="button" className={act} onClick={() => onMoving(node.id)}>
            <Move {...icon} />
            Move {node.label}
          </button>
        </>
      )}
      {moving && (
        <p role="status" className={CHIP}>
          Press where {node?.label} should be
          <button
            type="button"
            className="min-h-11 cursor-pointer font-semibold text-ink underline underline-offset-3"
            onClick={() => onMoving(undefined)}
          >
            Cancel
          </button>
        </p>
      )}
      {!node && pins.size > 0 && (
        <button type="button" className={act} onClick={keeper.forget}>
          <PinOff {...icon} />
          Let go of {pins.size === 1 ? "the pin" : `all ${pins.size} pins`}
        </button>
      )}
    </>
  );
}
