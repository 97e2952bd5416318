import * as v from "valibot";
import type { Point } from "../geometry/curve.ts";

/** Most places that are kept: two megabytes of text, well within what browsers allow. */
const MOST_KEPT = 25_000;

/** Where nodes were when the visitor last saw them, and which of them the visitor put there. */
export type KeptPlaces = {
  readonly places: ReadonlyMap<string, Point>;
  readonly pins: ReadonlySet<string>;
};

/** Nothing was kept yet. */
export const NOTHING_KEPT: KeptPlaces = { places: new Map(), pins: new Set() };

const schema = v.object({
  places: v.record(v.string(), v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())])),
  pins: v.array(v.string()),
});

/** What was kept under a key; nothing when there is nothing or it can't be read. */
export function readKept(storage: Pick<Storage, "getItem"> | undefined, key: string): KeptPlaces {
  try {
    const { places, pins } = v.parse(schema, JSON.parse(storage?.getItem(key) ?? ""));
    return {
      places: new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y }])),
      pins: new Set(pins.filter((id) => id in places)),
    };
  } catch {
    return NOTHING_KEPT;
  }
}

/** Keeps places and pins; says whether the browser took them. Without room nothing is lost but the memory of them. */
export function writeKept(storage: Pick<Storage, "setItem"> | undefined, key: string, kept: KeptPlaces): boolean {
  const entries = [...kept.places].slice(-MOST_KEPT);
  const places = Object.fromEntries(entries.map(([id, { x, y }]) => [id, [x, y]]));
  try {
    storage?.setItem(key, JSON.stringify({ places, pins: [...kept.pins].filter((id) => id in places) }));
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** Places with new ones added, and moved where both have one; rounded, so that the next visit sees the very same. */
export function keepMore(kept: KeptPlaces, places: ReadonlyMap<string, Point>): KeptPlaces {
  return {
    ...kept,
    places: new Map([...kept.places, ...Array.from(places, ([id, at]) => [id, rounded(at)] as const)]),
  };
}

/** A node put to a place for good. */
export function pinned(kept: KeptPlaces, id: string, place: Point): KeptPlaces {
  return { places: new Map([...kept.places, [id, rounded(place)]]), pins: new Set([...kept.pins, id]) };
}

/** A node that the next layout may move again. */
export function unpinned(kept: KeptPlaces, id: string): KeptPlaces {
  return { ...kept, pins: new Set([...kept.pins].filter((each) => each !== id)) };
}

/** Only what was pinned: for a new layout of everything else. */
export function onlyPins({ places, pins }: KeptPlaces): KeptPlaces {
  return { pins, places: new Map([...places].filter(([id]) => pins.has(id))) };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
