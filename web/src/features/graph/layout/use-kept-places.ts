import { useCallback, useEffect, useMemo, useState } from "react";
import { CHAIN_ID } from "../../../chain/environment.ts";
import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import {
  type KeptPlaces,
  keepMore,
  NOTHING_KEPT,
  onlyPins,
  pinned,
  readKept,
  unpinned,
  writeKept,
} from "./kept-places.ts";

/** Places that outlive the visit, and what the visitor can do with them. */
export type PlaceKeeper = {
  readonly kept: KeptPlaces;
  /** Counts how often everything was laid out anew. */
  readonly turn: number;
  /** Adds what a layout found. */
  readonly add: (places: ReadonlyMap<string, Point>) => void;
  readonly pin: (id: Address, place: Point) => void;
  readonly unpin: (id: Address) => void;
  /** Forgets every place that was not pinned. */
  readonly reset: () => void;
  /** Forgets every place. */
  readonly forget: () => void;
};

/**
 * Places of one kind of picture of one deployment, kept in the browser; with no key, for this visit only.
 */
export function useKeptPlaces(registry: Address, kind: string | undefined): PlaceKeeper {
  const key = kind === undefined ? undefined : `weft.graph.${CHAIN_ID}.${registry}.${kind}`;
  const [state, setState] = useState<{ readonly key: string | undefined; readonly kept: KeptPlaces }>();
  const stored = useMemo(() => (key === undefined ? NOTHING_KEPT : readKept(storage(), key)), [key]);
  const kept = state !== undefined && state.key === key ? state.kept : stored;
  const [turn, setTurn] = useState(0);
  const change = useCallback(
    (next: (before: KeptPlaces) => KeptPlaces) =>
      setState((before) => ({ key, kept: next(before !== undefined && before.key === key ? before.kept : stored) })),
    [key, stored],
  );
  useEffect(() => {
    if (key !== undefined && state?.key === key) writeKept(storage(), key, state.kept);
  }, [key, state]);
  const acts = useMemo(
    () => ({
      add: (places: ReadonlyMap<string, Point>) => change((before) => keepMore(before, places)),
      pin: (id: Address, place: Point) => change((before) => pinned(before, id, place)),
      unpin: (id: Address) => change((before) => unpinned(before, id)),
      reset: () => {
        change(onlyPins);
        setTurn((before) => before + 1);
      },
      forget: () => {
        change(() => NOTHING_KEPT);
        setTurn((before) => before + 1);
      },
    }),
    [change],
  );
  return { kept, turn, ...acts };
}

/** The browser's memory; none where the visitor forbids it. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
