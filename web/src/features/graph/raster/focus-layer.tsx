import { useMemo } from "react";
import type { Camera, Size } from "../layout/fit.ts";
import type { Scene } from "../layout/scene.ts";
import { BeadLayer } from "../painter/bead-layer.tsx";
import type { CameraMoves } from "../painter/camera-gestures.ts";
import { LabelLayer } from "../painter/label-layer.tsx";
import { NodeLayer } from "../painter/node-layer.tsx";
import type { PainterProps } from "../painter/painter.ts";
import { LookThroughLayer, ThreadLayer } from "../painter/thread-layer.tsx";
import { useNodeKeys } from "../painter/use-node-keys.ts";
import type { GraphState } from "../use-graph.ts";

/** No node of a large graph is moved by hand. */
const NO_PINS: ReadonlySet<string> = new Set();

/** The canvas has no buttons that labels would have to keep clear of: they lie beside the picture. */
const NO_BOXES = [] as const;

/** What is in focus in a large graph, above its picture: nodes as buttons, names, threads and money on its way. */
export function FocusLayer(
  props: {
    readonly scene: Scene;
    readonly camera: Camera;
    readonly size: Size;
    readonly graph: GraphState;
    readonly painted: Pick<
      PainterProps,
      "selected" | "source" | "concerned" | "lookThrough" | "chips" | "coming" | "moving"
    >;
  } & Pick<CameraMoves, "moveTo" | "zoomBy">,
) {
  const { scene, camera, size, graph, painted, moveTo, zoomBy } = props;
  const { select, playback } = graph;
  const control = useMemo(() => ({ camera, moveTo, zoomBy }), [camera, moveTo, zoomBy]);
  const keys = useNodeKeys(
    { scene, selected: painted.selected, pins: NO_PINS, onSelect: select, onDrop: ignore, onTogglePin: ignore },
    control,
    size,
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons inside an <svg> has no element of its own
    <svg data-picture="" role="group" aria-label="In focus" className="size-full overflow-visible">
      <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.k})`}>
        <g pointerEvents="none">
          <LookThroughLayer threads={painted.lookThrough} />
          <ThreadLayer threads={scene.threads} concerned={painted.concerned} />
        </g>
        <NodeLayer
          nodes={scene.nodes}
          selected={painted.selected}
          source={painted.source}
          pins={NO_PINS}
          scale={camera.k * HIT_SCALE}
          drag={undefined}
          {...keys}
        />
        <g pointerEvents="none">
          {painted.moving && <BeadLayer key={painted.moving.key} turn={painted.moving} onEnd={playback.next} />}
        </g>
      </g>
      <LabelLayer
        scene={scene}
        camera={camera}
        resting={camera}
        canvas={size}
        selected={painted.selected}
        chips={painted.chips}
        coming={painted.coming}
        reserved={NO_BOXES}
      />
    </svg>
  );
}

/** Nodes in focus may lie close together: what can be hit reaches half as far as where there is room. */
const HIT_SCALE = 2;

function ignore(): void {}
