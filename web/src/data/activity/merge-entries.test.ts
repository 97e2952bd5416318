import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityEntry } from "./activity-entry.ts";
import { type ActivityCursor, type KindPage, mergeEntries } from "./merge-entries.ts";

const at = (id: string, block: number): ActivityEntry => ({
  id,
  kind: "gain",
  timestamp: Math.floor(block / 3),
  block,
  transaction: "0x1",
  actor: "0x1",
  token: "0x2",
});

/** Whether an entry is older than a place, as the index is asked. */
function isBehind({ block, id }: ActivityCursor, place: ActivityCursor | undefined): boolean {
  return place === undefined || block < place.block || (block === place.block && id < place.id);
}

/** What an index would answer: the newest `first` of each kind behind a place. */
function ask(kinds: readonly (readonly ActivityEntry[])[], first: number, before?: ActivityCursor): KindPage[] {
  return kinds.map((entries) => {
    const newest = entries
      .filter((entry) => isBehind(entry, before))
      .sort((a, b) => (isBehind(a, b) ? 1 : -1))
      .slice(0, first);
    return { entries: newest, full: newest.length === first };
  });
}

/** Reads page after page to the end. */
function readAll(kinds: readonly (readonly ActivityEntry[])[], first: number): ActivityEntry[] {
  const read: ActivityEntry[] = [];
  let page = mergeEntries(ask(kinds, first));
  for (; page.next !== undefined; page = mergeEntries(ask(kinds, first, page.next))) read.push(...page.entries);
  return [...read, ...page.entries];
}

describe("mergeEntries", () => {
  it("ends with the last of a kind that has more", () => {
    const page = mergeEntries([
      { entries: [at("a", 9), at("b", 7)], full: true },
      { entries: [at("c", 8), at("d", 3)], full: false },
    ]);
    expect(page.entries.map(({ id }) => id)).toEqual(["a", "c", "b"]);
    expect(page.next).toEqual({ id: "b", block: 7 });
  });

  it("ends within a block of which there is more, by ids", () => {
    const page = mergeEntries([
      { entries: [at("f", 9), at("d", 9)], full: true },
      { entries: [at("e", 9), at("c", 9)], full: true },
    ]);
    expect(page).toEqual({ entries: [at("f", 9), at("e", 9), at("d", 9)], next: { id: "d", block: 9 } });
  });

  it("is empty where nothing happened", () => {
    expect(mergeEntries([{ entries: [], full: false }])).toEqual({ entries: [], next: undefined });
  });

  it("shows everything once, newest first, however it is paged and however much one block has", () => {
    const kind = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 7 }), (blocks, first) => {
        const kinds = blocks.map((numbers, k) => numbers.map((block, i) => at(`0x${i}${k}`, block)));
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
        for (const [i, entry] of read.slice(1).entries()) expect(isBehind(entry, read[i])).toBe(true);
      }),
    );
  });
});
