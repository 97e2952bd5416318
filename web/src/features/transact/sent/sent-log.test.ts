import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createSentLog, MOST_KEPT, readSent } from "./sent-log.ts";
import { bounded } from "./sent-transaction.ts";
import { SENDER, sampleHash, sampleSent } from "./testing.ts";

const KEY = `weft:sent:5:${SENDER}`;
const DAY_MS = 86_400_000;

function memory(initial: Readonly<Record<string, string>> = {}) {
  const items = new Map(Object.entries(initial));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

describe("a log of what was sent", () => {
  test("is there again after a reload, by account and chain", () => {
    const store = memory();
    createSentLog(store, 5, () => 2_000).add(sampleSent());
    const after = createSentLog(store, 5, () => 2_000);
    expect(after.of(SENDER)).toEqual([{ ...sampleSent(), live: {} }]);
    expect(after.of("0x00000000000000000000000000000000000000bb")).toEqual([]);
    expect(createSentLog(store, 6, () => 2_000).of(SENDER)).toEqual([]);
  });

  test("keeps changes, but not what is known only while it is watched", () => {
    const store = memory();
    const log = createSentLog(store, 5, () => 2_000);
    log.add(sampleSent());
    log.change(SENDER, sampleHash("ab"), { kept: { phase: "confirmed", block: 7 }, live: { index: "late" } });
    expect(log.find(SENDER, sampleHash("ab"))).toMatchObject({ phase: "confirmed", block: 7, live: { index: "late" } });
    expect(createSentLog(store, 5, () => 2_000).find(SENDER, sampleHash("ab"))).toMatchObject({ block: 7, live: {} });
  });

  test("tells of every change, and gives the same list until one comes", () => {
    const log = createSentLog(memory(), 5, () => 2_000);
    const heard = vi.fn();
    const stop = log.subscribe(heard);
    log.add(sampleSent());
    const list = log.of(SENDER);
    expect(log.of(SENDER)).toBe(list);
    log.change(SENDER, sampleHash("cd"), { live: { unreachable: true } });
    expect(log.of(SENDER)).toBe(list);
    log.change(SENDER, sampleHash("ab"), { live: { unreachable: true } });
    expect(log.of(SENDER)).not.toBe(list);
    log.forget(SENDER, sampleHash("ab"));
    expect(log.of(SENDER)).toEqual([]);
    stop();
    log.add(sampleSent());
    expect(heard).toHaveBeenCalledTimes(3);
  });

  test("is bounded: what is finished goes before what is under way, the oldest first", () => {
    const log = createSentLog(memory(), 5, () => 2_000);
    log.add(sampleSent({ id: "first" }));
    for (let n = 0; n < MOST_KEPT + 3; n++)
      log.add(sampleSent({ id: `n${n}`, phase: "indexed", hash: sampleHash("01") }));
    const ids = log.of(SENDER).map(({ id }) => id);
    expect(ids).toHaveLength(MOST_KEPT);
    expect(ids[0]).toBe(`n${MOST_KEPT + 2}`);
    expect(ids.at(-1)).toBe("first");
  });

  test("forgets after a week what is finished, and never what is under way", () => {
    const store = memory();
    const log = createSentLog(store, 5, () => 2_000);
    log.add(sampleSent({ id: "finished", phase: "indexed" }));
    log.add(sampleSent({ id: "waiting" }));
    const later = createSentLog(store, 5, () => 2_000 + 8 * DAY_MS);
    expect(later.of(SENDER).map(({ id }) => id)).toEqual(["waiting"]);
  });

  test("works in a browser that keeps nothing", () => {
    const forbidden = () => {
      throw new DOMException("forbidden", "SecurityError");
    };
    for (const store of [undefined, { getItem: forbidden, setItem: forbidden }]) {
      const log = createSentLog(store, 5, () => 2_000);
      log.add(sampleSent());
      expect(log.of(SENDER)).toHaveLength(1);
    }
  });

  test("takes in what another window wrote, and keeps what it knows of its own", () => {
    const store = memory();
    const log = createSentLog(store, 5, () => 2_000);
    log.add(sampleSent());
    log.change(SENDER, sampleHash("ab"), { live: { unreachable: true } });
    createSentLog(store, 5, () => 2_000).add(sampleSent({ id: "other" }));
    log.reload(SENDER);
    expect(log.of(SENDER).map(({ id, live }) => [id, live])).toEqual([
      ["other", {}],
      [sampleHash("ab"), { unreachable: true }],
    ]);
  });
});

describe("what is read from storage", () => {
  test.each([
    ["no JSON", "{"],
    ["no list", '{"id":"0x1"}'],
    ["nothing", "null"],
    ["another account’s", JSON.stringify([sampleSent({ account: "0x00000000000000000000000000000000000000bb" })])],
    ["another site", JSON.stringify([sampleSent({ path: "//evil.example/" })])],
    ["a script", JSON.stringify([sampleSent({ path: "javascript:alert(1)" })])],
    ["a phase that is none", JSON.stringify([{ ...sampleSent(), phase: "done" }])],
    ["a block that is none", JSON.stringify([sampleSent({ block: -1 })])],
    ["a hash that is none", JSON.stringify([sampleSent({ hash: "0x12" })])],
  ])("is left out when it is %s", (_, text) => {
    expect(readSent(memory({ [KEY]: text }), KEY, SENDER)).toEqual([]);
  });

  test("never throws, whatever is there", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Array.isArray(readSent(memory({ [KEY]: text }), KEY, SENDER))).toBe(true);
      }),
    );
  });

  test("is what was written, however long the form’s words were", () => {
    const long = "x".repeat(5_000);
    const sent = bounded(sampleSent({ title: long, step: long, done: long, form: long, path: `/graph?node=${long}` }));
    expect(readSent(memory({ [KEY]: JSON.stringify([sent]) }), KEY, SENDER)).toEqual([sent]);
    expect(sent.path).toBe("/graph");
  });
});
