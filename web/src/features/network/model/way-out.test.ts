import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExitTerms } from "../../../data/network.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { foundingView } from "./founding-view.ts";
import { sampleExit, sampleFounding, samplePosition, sampleRecord } from "./testing.ts";
import { averageRate, burnedFor, refuseLeave, stakedViews, viewExit } from "./way-out.ts";

const snapshot = trioSnapshot();
const held = 100_000n * ONE;
const symbols = { member: "ADA", network: "TRIO" };

describe("burnedFor", () => {
  it("asks for what the terms say, or for the average when that is more", () => {
    expect(burnedFor(10n * ONE, ONE, samplePosition)).toBe(10n * ONE);
    expect(burnedFor(10n * ONE, 0n, samplePosition)).toBe(5n * ONE);
    expect(burnedFor(1n, 0n, { ...samplePosition, staked: 3n, minted: 1n })).toBe(1n);
  });

  it("never lets somebody take all back for less than all that was minted", () => {
    const wei = fc.bigInt({ min: 1n, max: 2n ** 96n });
    fc.assert(
      fc.property(wei, wei, fc.array(wei, { maxLength: 6 }), (staked, minted, parts) => {
        let position = { ...samplePosition, staked, minted };
        let burned = 0n;
        for (const part of [...parts, 2n ** 97n]) {
          const isLast = part >= position.staked;
          const amount = isLast ? position.staked : part;
          const shares = burnedFor(amount, 0n, position);
          burned += shares;
          const left = position.minted > shares ? position.minted - shares : 0n;
          position = { ...position, staked: position.staked - amount, minted: left };
        }
        expect(burned).toBeGreaterThanOrEqual(minted);
      }),
    );
  });
});

describe("averageRate", () => {
  it("is the least rate that burns no more than the average", () => {
    expect(averageRate(samplePosition)).toBe(ONE / 2n);
    expect(averageRate({ ...samplePosition, staked: 3n, minted: 1n })).toBe(333_333_333_333_333_334n);
  });
});

describe("viewExit", () => {
  it.each<[string, Partial<ExitTerms>, number, string]>([
    ["usable", {}, 100, ""],
    ["usable", {}, 200, ""],
    ["not-open", {}, 99, "Members agreed: up to 150,000 ADA can come back from"],
    ["ended", {}, 201, "That has passed."],
    ["full", { used: sampleExit.cap }, 150, "All 150,000 ADA"],
    ["cancelled", { status: "cancelled", cancelledBy: wallets.ben }, 150, "Ben Lindqvist cancelled"],
    [
      "cancelled",
      { status: "cancelled", cancelledBy: "vote" },
      150,
      "By vote, members ended the terms under which ADA",
    ],
  ])("is %s", (state, changes, now, words) => {
    const view = viewExit(snapshot, { ...sampleExit, ...changes }, samplePosition.staked, now);
    expect(view.state).toBe(state);
    expect(view.reason).toContain(words);
  });

  it("gives back at most what the terms and the position leave", () => {
    expect(viewExit(snapshot, sampleExit, samplePosition.staked, 150).most).toBe(100_000n * ONE);
    expect(viewExit(snapshot, sampleExit, 7n, 150).most).toBe(7n);
  });
});

describe("refuseLeave", () => {
  const view = viewExit(snapshot, sampleExit, samplePosition.staked, 150);
  it.each([
    [held, 100_000n * ONE, undefined],
    [held, 0n, "Enter an amount above zero."],
    [held, 100_001n * ONE, "Members agreed to give 100,000 ADA more back at most."],
    [held, 200_001n * ONE, "200,000 ADA of yours are still in."],
    [9n * ONE, 20n * ONE, "For it 10 TRIO are burned, and 9 are there. Take back less."],
  ])("explains itself (%#)", (holds, amount, reason) => {
    expect(refuseLeave(view, samplePosition, symbols, holds, amount)).toBe(reason);
  });

  it("says first that the terms can't be used at all", () => {
    const over = viewExit(snapshot, sampleExit, samplePosition.staked, 201);
    expect(refuseLeave(over, samplePosition, symbols, held, ONE)).toBe(over.reason);
  });
});

describe("stakedViews", () => {
  const look = (record: typeof sampleRecord, now: number, receiver = wallets.ada) => {
    const founderReceivers = new Map([[0, receiver]]);
    return stakedViews(
      snapshot,
      record,
      foundingView(record, now),
      { positions: [samplePosition], founderReceivers },
      now,
    );
  };

  it("has the exit terms of this member and account, usable ones first", () => {
    const others = [
      { ...sampleExit, number: 5, account: tokens.ada },
      { ...sampleExit, number: 6, member: tokens.ben },
      { ...sampleExit, number: 7, expiry: 120 },
    ];
    const [view] = look({ ...sampleRecord, exits: [...others, sampleExit] }, 150);
    expect(view?.exits.map(({ terms, state }) => [terms.number, state])).toEqual([
      [4, "usable"],
      [7, "ended"],
    ]);
    expect(view?.takeBacks).toEqual([]);
  });

  it("gives a founder's whole stake back when the founding failed, to who received the shares", () => {
    const failed = { ...sampleRecord, founded: false, exits: [] };
    const [view] = look(failed, 201);
    expect(view?.takeBacks).toEqual([{ number: 0, amount: sampleFounding.used, shares: 100_000n * ONE }]);
    expect(look(failed, 201, tokens.ada)[0]?.takeBacks).toEqual([]);
    expect(look(failed, 200)[0]?.takeBacks).toEqual([]);
  });
});
