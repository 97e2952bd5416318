import { describe, expect, it } from "vitest";
import type { TokenInfo } from "../../../../data/ownership.ts";
import { ONE } from "../../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "../../../../data/testing/trio.ts";
import { readShorterStream, shortenPlan } from "./shorten-stream.ts";

const DAY = 86_400n;
const NOW = 1_800_000_000;
const ada = trioSnapshot().tokens.get(tokens.ada) as TokenInfo;
const pooled: TokenInfo = { ...ada, eligibleSupply: ada.totalSupply - ada.totalSupply / 500n };
const stream = {
  incomePerShare: 0n,
  eligibleSupply: ada.eligibleSupply,
  streamLeft: ONE,
  streamEnd: BigInt(NOW) + 30n * DAY,
  lastAccrual: BigInt(NOW),
};

describe("readShorterStream", () => {
  it.each([
    ["0", 0n],
    ["29", 29n * DAY],
    ["7 days", 7n * DAY],
  ])("reads %s", (text, seconds) => {
    expect(readShorterStream(text, ada, stream, NOW)).toEqual({ ok: true, seconds });
  });

  it.each([
    ["30", /^It ends sooner already\. All of it is paid out by /],
    ["1462", /at least none and at most 4 years/],
    ["1.5", /Whole numbers only/],
    ["soon", /not a number/],
  ])("refuses %s", (text, reason) => {
    expect(readShorterStream(text, ada, stream, NOW)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  it("asks for a day while pools hold shares", () => {
    expect(readShorterStream("0", pooled, stream, NOW)).toMatchObject({
      reason: expect.stringMatching(/at least 1 day/),
    });
    expect(readShorterStream("1", pooled, stream, NOW)).toEqual({ ok: true, seconds: DAY });
  });

  it("says nothing of an empty field", () => {
    expect(readShorterStream("", ada, stream, NOW)).toEqual({ ok: false, reason: undefined });
  });
});

it("shortens to the second", () => {
  expect(shortenPlan(ada, 7n * DAY)).toMatchObject({
    title: "Pay out the rest of ADA’s gains within 7 days",
    steps: [{ request: { functionName: "shortenStream", args: [7n * DAY] } }],
  });
});
