import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityEntry } from "./activity-entry.ts";
import { type KindPage, mergeEntries } from "./merge-entries.ts";

const at = (id: string, timestamp: number): ActivityEntry => ({
  id,
  kind: "gain",
  timestamp,
  block: timestamp,
  transaction: "0x1",
  actor: "0x1",
  token: "0x2",
});

/** What an index would answer: the newest `first` of each kind, up to and with `until`. */
function ask(kinds: readonly (readonly ActivityEntry[])[], first: number, until: number | undefined): KindPage[] {
  return kinds.map((entries) => {
    const newest = entries
      .filter(({ timestamp }) => timestamp <= (until ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => b.timestamp - a.timestamp)
      .slice(0, first);
    return { entries: newest, full: newest.length === first };
  });
}

/** Reads page after page to the end. */
function readAll(kinds: readonly (readonly ActivityEntry[])[], first: number): ActivityEntry[] {
  const read: ActivityEntry[] = [];
  let until: number | undefined;
  for (;;) {
    let page = mergeEntries(ask(kinds, first, until));
    for (let more = first * 2; page === undefined; more *= 2) page = mergeEntries(ask(kinds, more, until));
    read.push(...page.entries);
    if (page.next === undefined) return read;
    until = page.next;
  }
}

describe("mergeEntries", () => {
  it("ends before the last second of a kind that has more", () => {
    const page = mergeEntries([
      { entries: [at("a", 9), at("b", 7)], full: true },
      { entries: [at("c", 8), at("d", 3)], full: false },
    ]);
    expect(page?.entries.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(page?.next).toBe(7);
  });

  it("asks for more when a page is of one second only", () => {
    expect(mergeEntries([{ entries: [at("a", 9), at("b", 9)], full: true }])).toBeUndefined();
  });

  it("goes on behind a second of which the index tells no more", () => {
    const page = mergeEntries([{ entries: [at("a", 9), at("b", 9)], full: true }], false);
    expect(page).toEqual({ entries: [at("b", 9), at("a", 9)], next: 8 });
  });

  it("is empty where nothing happened", () => {
    expect(mergeEntries([{ entries: [], full: false }])).toEqual({ entries: [], next: undefined });
  });

  it("shows everything once, newest first, however it is paged", () => {
    const kind = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 7 }), (times, first) => {
        const kinds = times.map((seconds, k) => seconds.map((second, i) => at(`${k}-${i}`, second)));
        const read = readAll(kinds, first);
        expect(read.map(({ id }) => id).sort()).toEqual(
          kinds
            .flat()
            .map(({ id }) => id)
            .sort(),
        );
        expect(read.map(({ timestamp }) => timestamp)).toEqual(
          read.map(({ timestamp }) => timestamp).sort((a, b) => b - a),
        );
      }),
    );
  });
});
