import { describe, expect, it } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { previewStake, type StakeMove } from "./stake-preview.ts";

const cleoStakes: StakeMove = {
  network: tokens.trio,
  member: tokens.cleo,
  account: wallets.cleo,
  to: tokens.cleo,
  amount: 200_000n * ONE,
  shares: 100_000n * ONE,
};

describe("previewStake", () => {
  const preview = previewStake(trioSnapshot({ cleoStaked: false }), cleoStakes, []);

  it("says what part of the network the account gets, its own treasury included", () => {
    expect(preview.yourPartOfNetwork.before).toBe(0);
    expect(preview.yourPartOfNetwork.after).toBeCloseTo(1 / 3, 12);
  });

  it("says what part of the member the network gets", () => {
    expect(preview.networkPartOfMember).toEqual({ before: 0, after: 0.2, complete: undefined });
  });

  it("counts every turn in what the person keeps", () => {
    // Cleo keeps 4/5 of CLEO's income y, and y = 1 + (1/3)(1/5) y: 0.8 × 15/14.
    expect(preview.keptInTheEnd.before).toBeCloseTo(1, 12);
    expect(preview.keptInTheEnd.after).toBeCloseTo(6 / 7, 12);
  });

  it("counts every turn in what comes from the others", () => {
    // Of 90 that Ada realizes 5 1/7 rest with Cleo.
    expect(preview.fromOthersInTheEnd?.before).toBe(0);
    expect(preview.fromOthersInTheEnd?.after).toBeCloseTo(36 / 7 / 90, 12);
  });

  it("shows the founding once it is complete", () => {
    const alone = { ...cleoStakes, to: wallets.cleo };
    const missing: StakeMove = { ...alone, member: tokens.ada, account: wallets.ada, to: wallets.ada };
    const empty = trioSnapshot({ cleoStaked: false });
    const { yourPartOfNetwork } = previewStake(empty, alone, [missing]);
    expect(yourPartOfNetwork.after).toBeCloseTo(1 / 3, 12);
    expect(yourPartOfNetwork.complete).toBeCloseTo(1 / 4, 12);
  });

  it("leaves the snapshot as it was", () => {
    const snapshot = trioSnapshot({ cleoStaked: false });
    previewStake(snapshot, cleoStakes, []);
    expect(snapshot).toEqual(trioSnapshot({ cleoStaked: false }));
  });
});
