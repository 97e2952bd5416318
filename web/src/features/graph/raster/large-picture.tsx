import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Address } from "../../../lib/address.ts";
import { formatCount } from "../../../lib/format.ts";
import { boxAround, type Camera, cameraFor, type Size } from "../layout/fit.ts";
import type { Scene } from "../layout/scene.ts";
import type { Placed } from "../layout/use-places.ts";
import { CameraButtons } from "../painter/camera-buttons.tsx";
import { useCameraGestures, ZOOM_STEP } from "../painter/camera-gestures.ts";
import { type PictureProps, PictureWaits, usePainted } from "../painter/picture.tsx";
import { useSize } from "../painter/use-size.ts";
import { FocusLayer } from "./focus-layer.tsx";
import { focusScene } from "./focus-scene.ts";
import { nodeAt, rasterScene } from "./raster-scene.ts";
import { usePalette } from "./use-palette.ts";
import { useRaster } from "./use-raster.ts";
import { cssTransform, viewTransform } from "./view-transform.ts";

/** Zoom limits of a large graph: the smallest shows all of it, the largest single cloths. */
const ZOOM = { min: 0.01, max: 4 } as const;

/** Room at the edges of the canvas, in screen pixels. */
const MARGINS = {
  wide: { top: 72, right: 84, bottom: 140, left: 40 },
  narrow: { top: 72, right: 24, bottom: 40, left: 24 },
} as const;

/** Zoom at which a selected node and its surroundings are looked at, at most. */
const CLOSE = 0.9;

/** A finger or a mouse picks the nearest node within so many screen pixels. */
const REACH = 14;

/** How far an arrow key pans, as a part of the canvas. */
const PAN = 0.2;

/** What the picture starts from before it is measured. */
const UNSEEN: Camera = { x: 0, y: 0, k: 0.1 };

/** A large graph: all of it painted at once, and what is in focus above it as buttons with names. */
export function LargePicture(props: PictureProps) {
  const { places } = props.placed;
  return places ? <PlacedPicture {...props} places={places} /> : <PictureWaits />;
}

function PlacedPicture({
  graph,
  placed,
  form,
  places,
}: PictureProps & { readonly places: NonNullable<Placed["places"]> }) {
  const { view, visible, selected, select, flow } = graph;
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [overlay, setOverlay] = useState<HTMLDivElement | null>(null);
  const size = useSize(frame);
  const palette = usePalette(frame);
  const now = useRef<Camera>(UNSEEN);
  const [resting, setResting] = useState<Camera>(UNSEEN);
  const raster = useMemo(() => rasterScene(view, visible, places), [view, visible, places]);
  const { counts, follow } = useRaster({
    canvas: palette ? canvas : null,
    scene: raster.scene,
    size,
    palette: palette ?? NO_PALETTE,
    faint: selected !== undefined,
    resting,
    now,
  });
  const focus = useMemo(
    () => focusScene({ view, visible, places, selected, carried: flow?.carried, k: resting.k }),
    [view, visible, places, selected, flow, resting.k],
  );
  const moves = useCameraGestures(frame, ZOOM, {
    onMove: (camera) => {
      now.current = camera;
      follow(camera);
      if (overlay) overlay.style.transform = cssTransform(viewTransform(resting, camera));
    },
    onRest: setResting,
  });
  useEffect(() => {
    if (overlay) overlay.style.transform = cssTransform(viewTransform(resting, now.current));
  }, [overlay, resting]);
  const home = useHome({ scene: raster.scene, focus, selected, size, form, settled: !placed.working, moves });
  const pick = useCallback(
    (event: MouseEvent<HTMLDivElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const { x, y, k } = now.current;
      const place = { x: (event.clientX - box.x - x) / k, y: (event.clientY - box.y - y) / k };
      return nodeAt(raster, place, REACH / k);
    },
    [raster],
  );
  const [pointed, setPointed] = useState<Address>();
  const painted = usePainted(graph, focus);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture that can be moved has no element of its own */}
      <div
        ref={setFrame}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to move the picture
        tabIndex={0}
        aria-label={`Ownership graph: ${formatCount(raster.ids.length)} nodes, ${formatCount(raster.scene.from.length)} threads. Arrow keys move the picture, plus and minus zoom.`}
        className="absolute inset-0 cursor-grab touch-none overflow-hidden select-none active:cursor-grabbing"
        onClick={(event) => !isNode(event.target) && select(pick(event))}
        onPointerMove={(event) => event.buttons === 0 && setPointed(pick(event))}
        onPointerLeave={() => setPointed(undefined)}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget && move(event.key, moves, size)) event.preventDefault();
        }}
      >
        <canvas ref={setCanvas} data-picture="" className="absolute origin-top-left will-change-transform" />
        <div ref={setOverlay} className="absolute inset-0 origin-top-left will-change-transform">
          {size && (
            <FocusLayer
              scene={focus}
              camera={resting}
              size={size}
              graph={graph}
              painted={painted}
              moveTo={moves.moveTo}
              zoomBy={moves.zoomBy}
            />
          )}
        </div>
      </div>
      <CameraButtons control={moves} onHome={home} onLayOut={placed.keeper.reset} />
      <p
        role="status"
        className="figures pointer-events-none absolute bottom-24 left-4 max-w-[60%] rounded-small bg-ground/85 px-1.5 text-label text-ink-3 max-lg:bottom-2"
      >
        {pointed ? view.nodes.get(pointed)?.name : counts && countWords(counts.threads, visible.threads.length)}
      </p>
    </>
  );
}

/** Whether a click is on a node in focus, which answers it itself. */
function isNode(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-node]") !== null;
}

/** Stands in until the theme is read. */
const NO_PALETTE = { kinds: [], ground: "" } as const;

/** "6,000 of 20,000 threads drawn": what does not fit is said. */
function countWords(drawn: number, all: number): string {
  return drawn >= all
    ? `${formatCount(all)} threads`
    : `${formatCount(drawn)} of ${formatCount(all)} threads drawn, the strongest in view`;
}

type Moves = ReturnType<typeof useCameraGestures>;

/** Directions in which arrow keys move what is seen, in parts of the canvas. */
const PANS: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ["ArrowLeft", [PAN, 0]],
  ["ArrowRight", [-PAN, 0]],
  ["ArrowUp", [0, PAN]],
  ["ArrowDown", [0, -PAN]],
]);

/** What keys make larger, or smaller. */
const ZOOMS: ReadonlyMap<string, number> = new Map([
  ["+", ZOOM_STEP],
  ["=", ZOOM_STEP],
  ["-", 1 / ZOOM_STEP],
]);

/** Moves the picture as a key asks; says whether it asked for anything. */
function move(key: string, { panBy, zoomBy }: Moves, size: Size | undefined): boolean {
  const pan = PANS.get(key);
  const factor = ZOOMS.get(key);
  if (pan && size) panBy(size.width * pan[0], size.height * pan[1]);
  if (factor) zoomBy(factor);
  return pan !== undefined || factor !== undefined;
}

/** Shows all of the graph at first, and the selected node with its surroundings when one is chosen; returns the way home. */
function useHome(options: {
  readonly scene: { readonly x: Float32Array; readonly y: Float32Array; readonly radius: Float32Array };
  readonly focus: Scene;
  readonly selected: Address | undefined;
  readonly size: Size | undefined;
  readonly form: "wide" | "narrow";
  readonly settled: boolean;
  readonly moves: Moves;
}) {
  const { scene, focus, selected, size, form, settled, moves } = options;
  const { moveTo } = moves;
  const all = useCallback(() => {
    if (!size) return;
    const discs = Array.from(scene.x, (x, index) => ({
      x,
      y: scene.y[index] as number,
      radius: scene.radius[index] as number,
    }));
    moveTo(cameraFor(boxAround(discs), size, MARGINS[form], CLOSE, ZOOM));
  }, [scene, size, form, moveTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: places that get better must not take the picture from the visitor's hand
  useEffect(() => {
    if (!size) return;
    if (selected !== undefined && focus.nodes.length > 0) {
      moveTo(
        cameraFor(boxAround(focus.nodes.map((node) => ({ ...node, radius: 12 }))), size, MARGINS[form], CLOSE, ZOOM),
      );
    } else if (selected === undefined) all();
  }, [size, form, selected, settled, moveTo]);
  return all;
}
