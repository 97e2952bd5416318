import { useEffect, useMemo, useRef, useState } from "react";
import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import type { GraphCircle } from "../model/graph-circles.ts";
import type { GraphView } from "../model/graph-view.ts";
import { MOST_NODES, MOST_SINGLE_NODES, type Visible } from "../model/neighbourhood.ts";
import { askLayout } from "./ask-layout.ts";
import { LARGE_SCALE } from "./large-scale.ts";
import { layoutInput } from "./layout-input.ts";
import type { LayoutAnswer, LayoutRequest } from "./layout-messages.ts";
import { type PlaceKeeper, useKeptPlaces } from "./use-kept-places.ts";

/** Width / height that the layout grows to: it is the same on every screen of a kind, so that pictures can be shared. */
const ASPECT = { wide: 1.2, narrow: 0.85 } as const;

/** The places of what is shown, and how they were found. */
export type Placed = {
  /** Undefined until the first layout is there. */
  readonly places: ReadonlyMap<string, Point> | undefined;
  /** Whether a layout is still at work. */
  readonly working: boolean;
  /** Whether the picture is one of many small nodes. */
  readonly large: boolean;
  readonly keeper: PlaceKeeper;
};

/**
 * Places for what is shown: those that were kept, so that a picture looks as it did when it was last seen. What is new
 * finds room beside what it is tied to, and nothing else moves. Filters and focus only hide: the whole graph is laid
 * out once, unless a small part of a large graph is looked at, which gets a picture of its own.
 */
export function usePlaces(options: {
  readonly registry: Address;
  /** All of the graph. */
  readonly view: GraphView;
  /** What of it is shown. */
  readonly visible: Visible;
  readonly circles: readonly GraphCircle[];
  readonly form: "wide" | "narrow";
}): Placed {
  const { registry, view, visible, circles, form } = options;
  const large = visible.nodes.size > MOST_SINGLE_NODES;
  const part = !large && view.nodes.size > MOST_SINGLE_NODES;
  const whole = !part && view.nodes.size <= MOST_NODES;
  const kind = part ? undefined : large ? "large" : form;
  const keeper = useKeptPlaces(registry, kind);
  const { kept, add, turn } = keeper;
  const wanted = useMemo(
    () => (whole ? { nodes: new Set(view.nodes.keys()), threads: view.threads } : visible),
    [whole, view, visible],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: places that arrive, or are moved by hand, start no layout
  const request = useMemo((): LayoutRequest | undefined => {
    const fixed = part ? new Map<string, Point>() : kept.places;
    if (!part && [...wanted.nodes].every((id) => fixed.has(id))) return undefined;
    const input = layoutInput({ view, ...wanted, circles, aspect: ASPECT[form] });
    const nodes = large ? input.nodes.map(({ id, radius }) => ({ id, radius: radius * LARGE_SCALE })) : input.nodes;
    return { ...input, nodes, large, fixed };
  }, [wanted, large, part, form, registry, turn]);

  const [answer, setAnswer] = useState<LayoutAnswer & { readonly request: LayoutRequest }>();
  useEffect(() => {
    if (request === undefined) return;
    return askLayout(request, (next) => {
      setAnswer({ ...next, request });
      if (next.done && !part) add(next.places);
    });
  }, [request, part, add]);

  const answered = request !== undefined && answer?.request === request ? answer : undefined;
  const live = answered && (part || !answered.done) ? answered.places : undefined;
  const waiting = request !== undefined && answered === undefined;
  const last = useRef<{ readonly kind: string | undefined; readonly places: ReadonlyMap<string, Point> }>(undefined);
  const places = useMemo(() => {
    const known = kept.places.size > 0 ? kept.places : undefined;
    // Until a new layout answers, the picture before stays, with what is pinned where it was put.
    const shown = last.current;
    const before = waiting && shown?.kind === kind ? shown?.places : undefined;
    return live ?? (before ? new Map([...before, ...kept.places]) : known);
  }, [live, waiting, kept.places, kind]);
  useEffect(() => {
    last.current = places && { kind, places };
  }, [kind, places]);
  return { places, working: request !== undefined && !answered?.done, large, keeper };
}
