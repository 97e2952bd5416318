import { useMemo } from "react";
import { formatCount, formatDate } from "../../../lib/format.ts";
import { flowPicture } from "../flow/flow-picture.ts";
import type { Margins } from "../layout/fit.ts";
import { lookThroughThreads } from "../layout/look-through-threads.ts";
import { makeScene, type Scene } from "../layout/scene.ts";
import { threadsByNode } from "../model/neighbourhood.ts";
import type { GraphState } from "../use-graph.ts";
import { LeftOut } from "./left-out.tsx";
import type { PainterProps } from "./painter.ts";
import { PictureKey } from "./picture-key.tsx";
import { SvgPainter } from "./svg-painter.tsx";
import { useWide } from "./use-wide.ts";

/** Room at the edges of the canvas for key, buttons and the labels of the outermost nodes, in screen pixels. */
const MARGINS = {
  wide: { top: 84, right: 84, bottom: 84, left: 72 },
  narrow: { top: 92, right: 48, bottom: 56, left: 48 },
} as const satisfies Record<string, Margins>;

/** Height of what says how much is left out, in screen pixels. */
const LEFT_OUT = 64;

/** Width / height that the layout grows to: it is the same on every screen of a kind, so that pictures can be shared. */
const ASPECT = { wide: 1.2, narrow: 0.85 } as const;

/** Nothing, the same every time, so that what depends on it does not change. */
const NO_CHIPS: PainterProps["chips"] = new Map();

/** The ownership graph as a picture, with its key and what is left out. */
export function Picture({
  graph,
  block,
}: {
  readonly graph: GraphState;
  readonly block: { number: number; timestamp: number };
}) {
  const { view, visible, circles, search, select, playback } = graph;
  const form = useWide() ? "wide" : "narrow";
  const scene = useMemo(() => makeScene(view, visible, circles, ASPECT[form]), [view, visible, circles, form]);
  const partial = visible.around !== undefined;
  const margins = useMemo(
    () => (partial ? { ...MARGINS[form], bottom: MARGINS[form].bottom + LEFT_OUT } : MARGINS[form]),
    [form, partial],
  );
  const shown = usePainted(graph, scene);
  const kinds = useMemo(() => new Set(scene.nodes.map((node) => node.kind)), [scene]);
  return (
    <>
      <SvgPainter
        scene={scene}
        label={`Ownership graph: ${formatCount(scene.nodes.length)} nodes, ${formatCount(scene.threads.length)} threads. Arrow keys walk along threads, Page Down goes through all, Enter selects.`}
        margins={margins}
        onSelect={select}
        onTurnEnd={playback.next}
        {...shown}
      />
      <div className="pointer-events-none absolute inset-x-4 top-4 max-lg:hidden">
        <PictureKey kinds={kinds} dashed={shown.lookThrough.length > 0} />
      </div>
      <div className="pointer-events-none absolute bottom-3 left-4 grid max-w-[calc(100%-5rem)] justify-items-start gap-2 max-lg:inset-x-3 max-lg:max-w-none">
        {visible.around && (
          <LeftOut
            visible={visible}
            around={view.nodes.get(visible.around)?.label ?? visible.around}
            depth={search.depth}
            onDepth={(depth) => graph.change({ depth }, { replace: true })}
          />
        )}
        <p className="figures text-label text-ink-3 max-lg:hidden">
          Block {formatCount(block.number)}, {formatDate(block.timestamp)}
        </p>
      </div>
    </>
  );
}

/** What the selection and a gain's flow do to the picture. */
function usePainted(
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
