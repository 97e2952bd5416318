import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { keepMore, NOTHING_KEPT, onlyPins, pinned, readKept, unpinned, writeKept } from "./kept-places.ts";

/** A browser's memory. */
function memory(): Pick<Storage, "getItem" | "setItem"> {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}

const place = fc.record({ x: fc.integer({ min: -9e5, max: 9e5 }), y: fc.integer({ min: -9e5, max: 9e5 }) });

describe("kept places", () => {
  test("come back as they were kept, each under its own key", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: fc.constantFrom(..."abcdef"), minLength: 1 }), place), (places) => {
        const storage = memory();
        const ids = Object.keys(places);
        const kept = { places: new Map(Object.entries(places)), pins: new Set(ids.slice(0, 2)) };
        expect(writeKept(storage, "one", kept)).toBe(true);
        expect(readKept(storage, "one")).toEqual(kept);
        expect(readKept(storage, "other")).toEqual(NOTHING_KEPT);
      }),
    );
  });

  test.each(["", "{", "[]", '{"places":{"a":[1]},"pins":[]}', '{"places":{"a":[1,null]},"pins":[]}'])(
    "what can't be read counts as nothing: %o",
    (text) => {
      expect(readKept({ getItem: () => text }, "key")).toEqual(NOTHING_KEPT);
    },
  );

  test("a full memory loses nothing but the memory", () => {
    const setItem = vi.fn(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(writeKept({ setItem }, "key", NOTHING_KEPT)).toBe(false);
    expect(writeKept(undefined, "key", NOTHING_KEPT)).toBe(false);
  });

  test("pins hold their place until they are let go, and are all that a new layout keeps", () => {
    const laidOut = keepMore(
      NOTHING_KEPT,
      new Map([
        ["a", { x: 1, y: 1 }],
        ["b", { x: 2, y: 2 }],
      ]),
    );
    const moved = pinned(laidOut, "b", { x: 9, y: 9 });
    expect(onlyPins(moved)).toEqual({ places: new Map([["b", { x: 9, y: 9 }]]), pins: new Set(["b"]) });
    expect(unpinned(moved, "b").places.get("b")).toEqual({ x: 9, y: 9 });
    expect(onlyPins(unpinned(moved, "b"))).toEqual(NOTHING_KEPT);
  });
});
