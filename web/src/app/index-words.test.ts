import { expect, test } from "vitest";
import { type Freshness, indexWords, isStale } from "./index-words.ts";

const NOW = 1_795_341_600;
const fresh: Freshness = {
  status: { block: 214_880, timestamp: NOW - 2, hasErrors: false },
  failed: false,
  head: 214_880,
  now: NOW,
};

test.each<[string, Partial<Freshness>, string, RegExp]>([
  ["up to date", {}, "good", /^Index at block 214,880, the newest \(2 seconds ago\)$/],
  ["a few blocks on their way", { head: 214_883 }, "good", /^Index at block 214,880 \(/],
  ["behind", { head: 215_094 }, "bad", /^The index is 214 blocks behind\. Figures are from 22 Nov 2026, \d\d:\d\d\.$/],
  ["chain not known", { head: undefined }, "good", /^Index at block 214,880 \(2 seconds ago\)$/],
  ["a block of the future", { now: NOW - 60 }, "good", / \(now\)$/],
  ["silent from the start", { status: undefined, failed: true }, "bad", /^The index does not answer\.$/],
  ["silent since", { failed: true }, "bad", /^The index does not answer\. Figures are from /],
  ["not asked yet", { status: undefined }, "unknown", /^Asking the index/],
  [
    "stopped by an error",
    { status: { block: 12, timestamp: 0, hasErrors: true } },
    "bad",
    /^The index stopped at block 12 because of an error\.$/,
  ],
])("%s", (_name, change, tone, text) => {
  const words = indexWords({ ...fresh, ...change });
  expect(words.tone).toBe(tone);
  expect(words.text).toMatch(text);
});

test.each<[string, Partial<Freshness>, boolean]>([
  ["up to date", {}, false],
  ["behind, but recent", { head: 215_094 }, false],
  ["behind for longer than a minute", { head: 215_094, now: NOW + 59 }, true],
  ["nothing new on the chain for long", { now: NOW + 3_600 }, false],
  ["silent since it answered", { failed: true }, true],
  ["silent from the start, which the page itself says", { status: undefined, failed: true }, false],
  ["stopped by an error", { status: { block: 12, timestamp: 0, hasErrors: true } }, true],
])("whether every page warns: %s", (_name, change, stale) => {
  expect(isStale({ ...fresh, ...change })).toBe(stale);
});
