import { describe, expect, it } from "vitest";
import type { OfferedTerms } from "../../../data/network.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { maxSupplyAfter, type StakeStepsParameters, stakeSteps } from "./stake-steps.ts";

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
  sponsor: null,
  founding: true,
};
const parameters: StakeStepsParameters = {
  snapshot: trioSnapshot({ cleoStaked: false }),
  network: tokens.trio,
  terms,
  amount: terms.cap,
  shares: 100_000n * ONE,
  to: tokens.cleo,
  maxNetworkSupply: 300_000n * ONE,
  allowance: 0n,
  mayHold: true,
  settlement: sampleAddress(5),
};

describe("stakeSteps", () => {
  it("allows exactly the amount, then stakes it", () => {
    const steps = stakeSteps(parameters);
    expect(steps.map(({ key, title, done }) => [key, title, done])).toEqual([
      ["allow", "allow exactly 200,000 CLEO", false],
      ["stake", "stake 200,000 CLEO", false],
    ]);
    expect(steps[0]?.request).toMatchObject({
      address: tokens.cleo,
      functionName: "approve",
      args: [tokens.trio, terms.cap],
    });
    expect(steps[1]?.request).toMatchObject({
      address: tokens.trio,
      functionName: "stake",
      args: [2n, terms.cap, tokens.cleo, 300_000n * ONE],
    });
  });

  it("counts an allowance that is there already as done", () => {
    expect(stakeSteps({ ...parameters, allowance: terms.cap })[0]?.done).toBe(true);
    expect(stakeSteps({ ...parameters, allowance: terms.cap - 1n })[0]?.done).toBe(false);
  });

  it("lets the network hold a closed token first", () => {
    const [first] = stakeSteps({ ...parameters, mayHold: false });
    expect(first).toMatchObject({ key: "approve-holder", title: "let TRIO hold CLEO" });
    expect(first?.request.args).toEqual([tokens.trio, true]);
  });

  it("collects what came in before for those who held then", () => {
    const snapshot = trioSnapshot({ cleoStaked: false, adaRealized: 90n * ONE });
    const [first] = stakeSteps({ ...parameters, snapshot });
    expect(first?.key).toBe("collect");
    expect(first?.request).toMatchObject({ address: parameters.settlement, functionName: "settle" });
    expect(first?.request.args?.[0]).toEqual([{ holder: tokens.trio, source: tokens.ada, repeats: 1n }]);
  });

  it("does not stop for dust", () => {
    const snapshot = trioSnapshot({ cleoStaked: false, adaRealized: 10n ** 12n });
    expect(stakeSteps({ ...parameters, snapshot }).map(({ key }) => key)).toEqual(["allow", "stake"]);
  });
});

describe("maxSupplyAfter", () => {
  it("leaves room for the other founders and for nobody else", () => {
    expect(maxSupplyAfter(100n, 10n, [])).toBe(110n);
    expect(maxSupplyAfter(100n, 10n, [{ shares: 7n }, { shares: 3n }])).toBe(120n);
  });
});
