import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Box, Camera, Margins, Size } from "../layout/fit.ts";
import { toScreen } from "../layout/fit.ts";
import { homeCamera } from "../layout/home-camera.ts";
import { BeadLayer } from "./bead-layer.tsx";
import { CameraButtons } from "./camera-buttons.tsx";
import { FieldLayer } from "./field-layer.tsx";
import { LabelLayer } from "./label-layer.tsx";
import { NodeLayer } from "./node-layer.tsx";
import type { PainterProps } from "./painter.ts";
import { LookThroughLayer, ThreadLayer } from "./thread-layer.tsx";
import { type CameraControl, useCamera } from "./use-camera.ts";
import { useNodeDrag } from "./use-node-drag.ts";
import { useNodeKeys } from "./use-node-keys.ts";
import { useSize } from "./use-size.ts";

/** Side of a button on the canvas with its gap, in screen pixels. */
const BUTTON = 52;

/** A canvas narrower than this has its buttons on top, in screen pixels. */
const NARROW = 640;

/** Paints the ownership graph as SVG: every node can be focused, for graphs small enough to be read. */
export function SvgPainter(props: PainterProps & { readonly mark?: ReactNode; readonly children?: ReactNode }) {
  const { scene, label, selected, margins, mark, children } = props;
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const size = useSize(frame);
  const [home, goHome] = useHome(props, size);
  const control = useCamera(svg, home);
  const { camera, resting } = control;
  const keys = useNodeKeys(props, control, size);
  const drag = useNodeDrag(camera, props);
  const reserved = useMemo(() => buttonBoxes(size, margins), [size, margins]);
  useKeepInView(props, control, size);
  return (
    <div ref={setFrame} className="absolute inset-0">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons inside an <svg> has no element of its own */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape on a node does what a click on the ground does */}
      <svg
        ref={setSvg}
        data-picture=""
        role="group"
        aria-label={label}
        className="size-full touch-none select-none"
        onClick={(event) => {
          if (event.target !== event.currentTarget) return;
          const { x, y } = event.currentTarget.getBoundingClientRect();
          props.onGround({
            x: (event.clientX - x - camera.x) / camera.k,
            y: (event.clientY - y - camera.y) / camera.k,
          });
        }}
      >
        {size && home && (
          <>
            <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.k})`}>
              <g pointerEvents="none">
                <FieldLayer fields={scene.fields} />
                <LookThroughLayer threads={props.lookThrough} />
                <ThreadLayer threads={scene.threads} concerned={props.concerned} />
              </g>
              <NodeLayer
                nodes={scene.nodes}
                selected={selected}
                source={props.source}
                pins={props.pins}
                scale={resting.k}
                drag={drag}
                {...keys}
              />
              <g pointerEvents="none">
                {mark}
                {props.moving && <BeadLayer key={props.moving.key} turn={props.moving} onEnd={props.onTurnEnd} />}
              </g>
            </g>
            <LabelLayer
              scene={scene}
              camera={camera}
              resting={resting}
              canvas={size}
              selected={selected}
              chips={props.chips}
              coming={props.coming}
              reserved={reserved}
            />
          </>
        )}
      </svg>
      <CameraButtons control={control} onHome={goHome} onLayOut={props.onLayOut} />
      {children}
    </div>
  );
}

/** What lies on the canvas and is not to be covered by labels. */
function buttonBoxes(canvas: Size | undefined, margins: Margins): readonly Box[] {
  if (!canvas) return [];
  const { width, height } = canvas;
  const bar = { x: 0, y: 0, width, height: margins.top - 20 };
  if (width < NARROW) return [bar];
  return [bar, { x: width - BUTTON - 12, y: height - 4 * BUTTON - 96, width: BUTTON, height: 4 * BUTTON }];
}

/** The camera to start from, and a way back to it. What is selected or flows later does not move the camera. */
function useHome({ scene, margins, selected, coming, subject }: PainterProps, size: Size | undefined) {
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changes within the same subject only counts when home is asked for
  const home = useMemo(
    (): Camera | undefined => (size ? homeCamera(scene, size, margins, selected, new Set(coming.keys())) : undefined),
    [subject, size, margins, turn],
  );
  return [home, () => setTurn((before) => before + 1)] as const;
}

/** Moves the camera when a node is selected that lies outside of the picture. */
function useKeepInView({ scene, selected, margins }: PainterProps, control: CameraControl, size: Size | undefined) {
  const { moveTo, resting } = control;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the camera, not a moved camera
  useEffect(() => {
    const node = selected === undefined ? undefined : scene.nodeById.get(selected);
    if (!node || !size) return;
    const { x, y } = toScreen(resting, node);
    const inside =
      x > margins.left / 2 && x < size.width - margins.right / 2 && y > margins.top && y < size.height - margins.bottom;
    if (!inside)
      moveTo({ k: resting.k, x: size.width / 2 - node.x * resting.k, y: size.height / 2 - node.y * resting.k });
  }, [selected]);
}
