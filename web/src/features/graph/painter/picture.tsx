import { useCallback, useMemo, useState } from "react";
import { Skeleton } from "../../../components/skeleton.tsx";
import type { Address } from "../../../lib/address.ts";
import { formatCount } from "../../../lib/format.ts";
import { flowPicture } from "../flow/flow-picture.ts";
import type { Point } from "../geometry/curve.ts";
import type { Margins } from "../layout/fit.ts";
import { lookThroughThreads } from "../layout/look-through-threads.ts";
import { makeScene, type Scene } from "../layout/scene.ts";
import type { Placed } from "../layout/use-places.ts";
import { threadsByNode } from "../model/neighbourhood.ts";
import type { GraphState } from "../use-graph.ts";
import type { PainterProps } from "./painter.ts";
import { PressedMark } from "./pressed-mark.tsx";
import { SvgPainter } from "./svg-painter.tsx";

/** Room at the edges of the canvas for key, buttons and the labels of the outermost nodes, in screen pixels; a narrow one has nothing below. */
const MARGINS = {
  wide: { top: 84, right: 84, bottom: 152, left: 72 },
  narrow: { top: 88, right: 48, bottom: 36, left: 48 },
} as const satisfies Record<string, Margins>;

/** Height of what says on a wide canvas how much is left out, in screen pixels. */
const LEFT_OUT = 56;

/** Nothing, the same every time, so that what depends on it does not change. */
const NO_CHIPS: PainterProps["chips"] = new Map();

/** What every kind of picture needs. */
export type PictureProps = {
  readonly graph: GraphState;
  readonly placed: Placed;
  readonly form: "wide" | "narrow";
  /** Puts the selected node to a place; undefined while none was asked to be moved. */
  readonly onPlace: ((place: Point) => void) | undefined;
};

/** The ownership graph as a picture: every node a button of its own. */
export function Picture({ graph, placed, form, onPlace }: PictureProps) {
  const { view, visible, circles, search, select, playback } = graph;
  const { keeper } = placed;
  const [dragged, setDragged] = useState<{ readonly node: Address; readonly place: Point }>();
  const places = useMemo(
    () => (dragged && placed.places ? new Map([...placed.places, [dragged.node, dragged.place]]) : placed.places),
    [placed.places, dragged],
  );
  const scene = useMemo(() => makeScene(view, visible, circles, places ?? new Map()), [view, visible, circles, places]);
  const partial = visible.nodes.size < view.nodes.size;
  const margins = useMemo(
    () => (partial && form === "wide" ? { ...MARGINS.wide, bottom: MARGINS.wide.bottom + LEFT_OUT } : MARGINS[form]),
    [form, partial],
  );
  const shown = usePainted(graph, scene);
  const onMove = useCallback((node: Address, place: Point) => setDragged({ node, place }), []);
  const onDrop = useCallback(
    (node: Address, place: Point) => {
      setDragged(undefined);
      keeper.pin(node, place);
    },
    [keeper.pin],
  );
  const onTogglePin = (node: Address) => {
    const place = places?.get(node);
    if (keeper.kept.pins.has(node)) keeper.unpin(node);
    else if (place) keeper.pin(node, place);
  };
  if (!places) return <PictureWaits />;
  return (
    <SvgPainter
      scene={scene}
      label={`Ownership graph: ${formatCount(scene.nodes.length)} nodes, ${formatCount(scene.threads.length)} threads. Arrow keys walk along threads, Page Down goes through all, Enter selects, P pins.`}
      margins={margins}
      pins={keeper.kept.pins}
      subject={`${visible.around} ${search.way} ${search.depth} ${form} ${keeper.turn}`}
      onSelect={select}
      onMove={onMove}
      onDrop={onDrop}
      onLayOut={keeper.reset}
      onGround={(place) => (onPlace ? onPlace(place) : select(undefined))}
      onTogglePin={onTogglePin}
      onTurnEnd={playback.next}
      mark={<PressedMark scene={scene} view={view} selected={graph.selected} />}
      {...shown}
    />
  );
}

/** Stands in place of the picture while it is laid out for the first time. */
export function PictureWaits() {
  return (
    <div aria-busy="true" className="absolute inset-0 grid place-items-center">
      <p role="status" className="sr-only">
        Laying the picture out
      </p>
      <div aria-hidden="true" className="grid grid-cols-3 items-center gap-12">
        <Skeleton className="size-14 rounded-full" />
        <Skeleton className="size-20 rounded-card" />
        <Skeleton className="size-14 rounded-full" />
      </div>
    </div>
  );
}

/** What the selection and a gain's flow do to the picture. */
export function usePainted(
  graph: GraphState,
  scene: Scene,
): Pick<PainterProps, "selected" | "source" | "concerned" | "lookThrough" | "chips" | "coming" | "moving"> {
  const { snapshot, view, selected, flow, money, step, playback } = graph;
  const lookThrough = useMemo(
    () => (flow ? [] : lookThroughThreads(snapshot, view, scene, selected)),
    [snapshot, view, scene, selected, flow],
  );
  const own = useMemo(() => {
    if (selected === undefined) return undefined;
    return new Set((threadsByNode(scene.threads).get(selected) ?? []).map((thread) => thread.id));
  }, [scene, selected]);
  const flowing = useMemo(
    () => flow && money && flowPicture({ flow, scene, view, money, playing: playback.turn, step }),
    [flow, money, scene, view, playback.turn, step],
  );
  if (flowing) return { selected, lookThrough, ...flowing };
  return {
    selected,
    lookThrough,
    source: undefined,
    concerned: own,
    chips: NO_CHIPS,
    coming: NO_CHIPS,
    moving: undefined,
  };
}
