import { describe, expect, it } from "vitest";
import type { TokenInfo } from "../../../data/ownership.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { readReceiver, readShares, refuseReceiver } from "./read-send.ts";
import { sendPlan } from "./send-plan.ts";

const snapshot = trioSnapshot();
const ada = snapshot.tokens.get(tokens.ada) as TokenInfo;
const free = { transferable: 800n * ONE, locked: 0n, lockedUntil: 0 };
const locked = { transferable: 300n * ONE, locked: 500n * ONE, lockedUntil: 1_800_000_000 };

describe("readShares", () => {
  it.each([
    ["12.5", 25n * (ONE / 2n)],
    ["max", 300n * ONE],
    ["50%", 150n * ONE],
    ["300 ADA", 300n * ONE],
  ])("reads %s of what is not locked", (text, value) => {
    expect(readShares(text, ada, locked)).toEqual({ ok: true, value });
  });

  it("says why more can't be sent: a lock, or no more there", () => {
    expect(readShares("300.1", ada, locked)).toMatchObject({
      reason: expect.stringMatching(/^You can send 300 ADA at most: 500 ADA are locked until 15 Jan 2027/),
    });
    expect(readShares("800.1", ada, free)).toEqual({ ok: false, reason: "You can send 800 ADA at most." });
  });

  it("asks for more than nothing, and says nothing of an empty field", () => {
    expect(readShares("0", ada, free)).toMatchObject({ reason: "Enter an amount above zero." });
    expect(readShares(" ", ada, free)).toEqual({ ok: false, reason: undefined });
  });
});

describe("refuseReceiver", () => {
  it.each([
    ["HolderNotApproved", wallets.ben, /^Ada Okafor chooses who may hold ADA, and has not approved Ben/],
    ["TreasuryDidNotAsk", tokens.trio, /^Trio is a network: shares come in only by staking/],
    ["TreasuryDidNotAsk", tokens.ben, /^The treasury of Ben Lindqvist takes in only what its person allowed/],
    ["TreasuriesHoldTooMuch", tokens.ben, /^Treasuries hold as much of ADA as they may/],
  ])("says %s in words", (error, to, words) => {
    expect(refuseReceiver(snapshot, ada, to, error)).toMatch(words);
  });

  it.each([null, undefined, "ERC20InsufficientBalance", "SharesLocked"])("leaves %s to the amount", (error) => {
    expect(refuseReceiver(snapshot, ada, wallets.ben, error)).toBeUndefined();
  });

  it("refuses oneself", () => {
    expect(readReceiver({ ok: true, address: wallets.ada }, wallets.ada)).toMatchObject({ ok: false });
    expect(readReceiver({ ok: true, address: wallets.ben }, wallets.ada)).toMatchObject({ ok: true });
  });
});

it("sends exactly what was said, to whom it was said", () => {
  const { title, steps } = sendPlan(ada, wallets.ben, "Ben Lindqvist", 12n * ONE);
  expect(title).toBe("Send 12 ADA to Ben Lindqvist");
  expect(steps.map(({ request }) => request)).toMatchObject([
    { address: tokens.ada, functionName: "transfer", args: [wallets.ben, 12n * ONE] },
  ]);
});
