import { describe, expect, it } from "vitest";
import type { OfferedTerms } from "../../../data/network.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { maxSupplyAfter, type StakePlanParameters, stakePlan } from "./stake-plan.ts";

const terms: OfferedTerms = {
  number: 2,
  member: tokens.cleo,
  account: wallets.cleo,
  rate: ONE / 2n,
  cap: 200_000n * ONE,
  used: 0n,
  opensAt: 0,
  expiry: 1,
  lockup: 0,
  maxMemberSupply: 1_000_000n * ONE,
  status: "open",
  sponsor: null,
  cancelledBy: null,
  founding: true,
};
const parameters: StakePlanParameters = {
  snapshot: trioSnapshot({ cleoStaked: false }),
  terms,
  move: {
    network: tokens.trio,
    member: tokens.cleo,
    account: wallets.cleo,
    to: tokens.cleo,
    amount: terms.cap,
    shares: 100_000n * ONE,
  },
  maxNetworkSupply: 300_000n * ONE,
  mayHold: true,
  settlement: sampleAddress(5),
};

describe("stakePlan", () => {
  it("stakes exactly the amount, and says what comes of it", () => {
    const { title, done, steps } = stakePlan(parameters);
    expect(title).toBe("Stake 200,000 CLEO into Trio");
    expect(done).toBe("You handed over 200,000 CLEO and received 100,000 TRIO in the treasury of your token.");
    expect(steps.map((step) => [step.key, step.title])).toEqual([["stake", "stake 200,000 CLEO"]]);
    expect(steps[0]?.request).toMatchObject({
      address: tokens.trio,
      functionName: "stake",
      args: [2n, terms.cap, tokens.cleo, 300_000n * ONE],
    });
  });

  it("spends exactly the amount, by a permission where one can be signed", () => {
    const spend = stakePlan(parameters).steps[0]?.spend;
    expect(spend).toMatchObject({
      token: tokens.cleo,
      spender: tokens.trio,
      amount: terms.cap,
      figure: "200,000 CLEO",
    });
    expect(spend?.withPermit?.({ deadline: 9n, v: 27, r: "0x01", s: "0x02" })).toMatchObject({
      functionName: "stakeWithPermit",
      args: [2n, terms.cap, tokens.cleo, 300_000n * ONE, 9n, 27, "0x01", "0x02"],
    });
  });

  it("lets the network hold a closed token first", () => {
    const [first] = stakePlan({ ...parameters, mayHold: false }).steps;
    expect(first).toMatchObject({ key: "approve-holder", title: "let TRIO hold CLEO" });
    expect(first?.request.args).toEqual([tokens.trio, true]);
  });

  it("collects what came in before for those who held then", () => {
    const snapshot = trioSnapshot({ cleoStaked: false, adaRealized: 90n * ONE });
    const [first] = stakePlan({ ...parameters, snapshot }).steps;
    expect(first?.key).toBe("collect");
    expect(first?.request).toMatchObject({ address: parameters.settlement, functionName: "settle" });
    expect(first?.request.args?.[0]).toEqual([{ holder: tokens.trio, source: tokens.ada, repeats: 1n }]);
    expect(first?.request.leastGas).toBe(210_000n);
  });

  it("does not stop for dust", () => {
    const snapshot = trioSnapshot({ cleoStaked: false, adaRealized: 10n ** 12n });
    expect(stakePlan({ ...parameters, snapshot }).steps.map(({ key }) => key)).toEqual(["stake"]);
  });
});

describe("maxSupplyAfter", () => {
  it("leaves room for the other founders and for nobody else", () => {
    expect(maxSupplyAfter(100n, 10n, [])).toBe(110n);
    expect(maxSupplyAfter(100n, 10n, [{ shares: 7n }, { shares: 3n }])).toBe(120n);
  });
});
