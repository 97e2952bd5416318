import { MAX_TOTAL_SUPPLY } from "@weft/ownership";
import { describe, expect, it } from "vitest";
import type { TokenInfo } from "../../../../data/ownership.ts";
import { ONE, sampleAddress, sampleSnapshot } from "../../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../../data/testing/trio.ts";
import { streamLeftAt } from "../../model/stream-left.ts";
import { issuePlan } from "./issue-plan.ts";
import { issueChanges, offersLost, refuseIssue } from "./issue-preview.ts";

const snapshot = trioSnapshot();
const ada = snapshot.tokens.get(tokens.ada) as TokenInfo;
const pooled: TokenInfo = { ...ada, eligibleSupply: ada.totalSupply - ada.totalSupply / 500n };
const supply = { incomePerShare: 0n, eligibleSupply: ada.eligibleSupply };
const none = { ...supply, streamLeft: 0n, streamEnd: 0n, lastAccrual: 0n };
const running = { ...supply, streamLeft: 10n * ONE, streamEnd: 200n, lastAccrual: 100n };

describe("refuseIssue", () => {
  it("lets a stream stand in the way only where pools hold shares, and only until it ends", () => {
    expect(streamLeftAt(running, 150)).toBe(5n * ONE);
    expect(refuseIssue(pooled, running, 150, ONE)).toEqual({ error: "StreamStillRuns", values: [5n * ONE, 200n] });
    expect(refuseIssue(ada, running, 150, ONE)).toBeUndefined();
    expect(refuseIssue(pooled, running, 200, ONE)).toBeUndefined();
  });

  it("refuses nothing, and more than can be", () => {
    const most = MAX_TOTAL_SUPPLY - ada.totalSupply;
    expect(refuseIssue(ada, none, 0, 0n)?.error).toBe("ZeroShares");
    expect(refuseIssue(ada, none, 0, most)).toBeUndefined();
    expect(refuseIssue(ada, none, 0, most + 1n)).toEqual({
      error: "SupplyAboveLimit",
      values: [MAX_TOTAL_SUPPLY + 1n, MAX_TOTAL_SUPPLY],
    });
  });
});

describe("issueChanges", () => {
  it("names the person first, who receives, then the largest, pools left out", () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      token: tokens.ada,
      holder: sampleAddress(0x100 + index),
      balance: BigInt(10 + index) * ONE,
    }));
    const held = sampleSnapshot(
      [{ address: tokens.ada, name: "Ada", symbol: "ADA", person: wallets.ada }],
      [
        ...many,
        { token: tokens.ada, holder: wallets.ada, balance: ONE },
        { token: tokens.ada, holder: sampleAddress(7), balance: 900n * ONE, class: "EXCLUDED" },
      ],
    );
    const token = held.tokens.get(tokens.ada) as TokenInfo;
    const changes = issueChanges(held, token, { to: wallets.ben, shares: 109n * ONE });
    expect(changes.map(({ account }) => account)).toEqual([
      wallets.ada,
      wallets.ben,
      ...[7, 6, 5, 4, 3].map((index) => sampleAddress(0x100 + index)),
    ]);
    // 1 + (10 + … + 17) = 109 take part before.
    expect(changes[1]).toMatchObject({ before: { direct: 0 }, after: { direct: 0.5 } });
    expect(changes[2]?.before.direct).toBeCloseTo(17 / 109, 12);
    expect(changes[2]?.after.direct).toBeCloseTo(17 / 218, 12);
  });
});

describe("offersLost", () => {
  const offer = { network: tokens.trio, expiry: 100, maxMemberSupply: ada.totalSupply + 5n };

  it.each([
    [5n, 100, []],
    [6n, 100, [tokens.trio]],
    [6n, 101, []],
  ])("with %s more at %s", (shares, now, lost) => {
    expect(offersLost([offer, offer], ada, shares, now)).toEqual(lost);
  });

  it("leaves out what is lost already", () => {
    expect(offersLost([{ ...offer, maxMemberSupply: ada.totalSupply - 1n }], ada, 6n, 0)).toEqual([]);
  });
});

describe("issuePlan", () => {
  it("collects for those who hold now before it makes new shares", () => {
    const due = trioSnapshot({ adaRealized: 90n * ONE });
    const cleo = due.tokens.get(tokens.cleo) as TokenInfo;
    const issue = { to: wallets.ben, shares: 5n * ONE };
    // Ada's gain has reached nobody yet, so nothing is due to the treasury of CLEO.
    expect(issuePlan(due, cleo, issue, sampleAddress(5)).steps.map(({ key }) => key)).toEqual(["issue"]);
    const trio = due.tokens.get(tokens.trio) as TokenInfo;
    const plan = issuePlan(due, trio, issue, sampleAddress(5));
    expect(plan.steps.map(({ key, title }) => [key, title])).toEqual([
      ["collect", "collect 18 ETH first"],
      ["issue", "issue 5 TRIO"],
    ]);
    expect(plan.steps[1]?.request).toMatchObject({ functionName: "issue", args: [wallets.ben, 5n * ONE] });
    expect(issuePlan(due, trio, issue, undefined).steps.map(({ key }) => key)).toEqual(["issue"]);
  });
});
