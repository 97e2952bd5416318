import { describe, expect, it } from "vitest";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { leavePlan } from "./leave-plan.ts";
import { type LeaveMove, previewLeave } from "./leave-preview.ts";

const half: LeaveMove = {
  network: tokens.trio,
  member: tokens.ada,
  account: wallets.ada,
  receiver: wallets.ada,
  amount: 100_000n * ONE,
  shares: 50_000n * ONE,
};
const fromTreasury: LeaveMove = { ...half, member: tokens.cleo, account: wallets.cleo, receiver: tokens.cleo };

describe("previewLeave", () => {
  it("says what part of each is left", () => {
    const preview = previewLeave(trioSnapshot(), half);
    expect(preview.yourPartOfNetwork.before).toBeCloseTo(1 / 3, 12);
    expect(preview.yourPartOfNetwork.after).toBeCloseTo(50 / 250, 12);
    expect(preview.networkPartOfMember).toEqual({ before: 0.2, after: 0.1, complete: undefined });
    // Of what she realizes Ada keeps 9/10, and of t = 1/10 + c/5 with c = 2t/5 a fifth: t = 5/46.
    expect(preview.keptInTheEnd.after).toBeCloseTo(0.9 + 5 / 46 / 5, 12);
  });

  it("burns a token's own shares when they come back to it", () => {
    const preview = previewLeave(trioSnapshot(), fromTreasury);
    expect(preview.networkPartOfMember.after).toBeCloseTo(100 / 900, 12);
    expect(preview.yourPartOfNetwork.after).toBeCloseTo(50 / 250, 12);
  });

  it("works when nothing stays in", () => {
    const preview = previewLeave(trioSnapshot(), { ...half, amount: 200_000n * ONE, shares: 100_000n * ONE });
    expect(preview.yourPartOfNetwork.after).toBe(0);
    expect(preview.keptInTheEnd.after).toBeCloseTo(1, 12);
    expect(preview.fromOthersInTheEnd?.after).toBe(0);
  });
});

describe("leavePlan", () => {
  const settlement = sampleAddress(5);
  const plan = (move: LeaveMove, adaRealized = 0n) =>
    leavePlan({ snapshot: trioSnapshot({ adaRealized }), termsNumber: 4, move, settlement });

  it("unstakes from the wallet, and says what is burned", () => {
    const { title, done, steps } = plan(half);
    expect(title).toBe("Take 100,000 ADA back from Trio");
    expect(done).toBe("100,000 ADA came back to your wallet, and 50,000 TRIO were burned.");
    expect(steps).toHaveLength(1);
    expect(steps[0]?.request).toMatchObject({
      address: tokens.trio,
      functionName: "unstake",
      args: [4n, half.amount],
    });
  });

  it("leaves through the token where its treasury staked", () => {
    const { done, steps } = plan(fromTreasury);
    expect(done).toContain("to your token, which burned them");
    expect(steps[0]?.request).toMatchObject({
      address: tokens.cleo,
      functionName: "leave",
      args: [tokens.trio, 4n, half.amount],
    });
  });

  it("collects first what came in while all shares were held", () => {
    const { steps } = plan(half, 90n * ONE);
    expect(steps.map(({ key }) => key)).toEqual(["collect", "leave"]);
    expect(steps[0]?.request).toMatchObject({ address: settlement, functionName: "settle" });
  });
});
