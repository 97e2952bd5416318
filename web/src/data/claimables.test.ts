import { describe, expect, it } from "vitest";
import { claimableOfHolding, dueToHolders, findHolding, mayBeDue } from "./claimables.ts";
import { ONE, sampleAddress, sampleSnapshot } from "./testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "./testing/trio.ts";

describe("claimables", () => {
  const snapshot = trioSnapshot({ adaRealized: 90n * ONE });

  it("adds up what holders can claim, rounded down for each", () => {
    const due = dueToHolders(snapshot, tokens.ada);
    expect(90n * ONE - due).toBeLessThanOrEqual(2n);
    const holding = findHolding(snapshot, tokens.ada, wallets.ada);
    expect(holding && 72n * ONE - claimableOfHolding(snapshot, holding)).toBeLessThanOrEqual(1n);
  });

  it("counts who gave all shares away", () => {
    const before = trioSnapshot({ adaRealized: 90n * ONE, benEarnedBefore: 3n * ONE });
    expect(dueToHolders(before, tokens.ada) - dueToHolders(snapshot, tokens.ada)).toBe(3n * ONE);
  });

  it("has nothing for pools", () => {
    const pool = sampleAddress(9);
    const { holdings, ...rest } = sampleSnapshot(
      [{ address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada, income: ONE }],
      [
        { token: tokens.ada, holder: pool, balance: ONE, class: "EXCLUDED" },
        { token: tokens.ada, holder: wallets.ada, balance: ONE },
      ],
    );
    const due = holdings.map((holding) => claimableOfHolding({ holdings, ...rest }, holding));
    expect(due.toSorted()).toEqual([0n, ONE]);
  });

  it("counts what streamed until the block, and not what comes later", () => {
    const streaming = sampleSnapshot(
      [{ address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada, income: ONE, streamLeft: 6n * ONE }],
      [{ token: tokens.ada, holder: wallets.ada, balance: ONE }],
    );
    expect(dueToHolders(streaming, tokens.ada)).toBe(4n * ONE);
  });

  it("may be due to whoever owns a part on the way, and to nobody else", () => {
    expect([wallets.ada, wallets.ben, wallets.cleo].map((wallet) => mayBeDue(snapshot, wallet))).toEqual([
      true,
      true,
      true,
    ]);
    expect(mayBeDue(snapshot, sampleAddress(99))).toBe(false);
  });

  it("is due to nobody before anything came in", () => {
    const before = trioSnapshot();
    expect(Object.values(wallets).map((wallet) => mayBeDue(before, wallet))).not.toContain(true);
  });

  it("finds no holding where there is none", () => {
    expect(findHolding(snapshot, tokens.ada, wallets.ben)).toBeUndefined();
  });
});
