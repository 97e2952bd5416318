import { planSettlement, type SettleTransaction, TRANSACTION_GAS_LIMIT } from "@weft/ownership";
import { decodeFunctionData, encodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { settlementAbi } from "../../../chain/contracts.ts";
import { settleStateOf } from "../../../data/ownership-state.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { planClaim } from "./claim-plan.ts";
import { leftWords } from "./left-words.ts";
import { settleSteps } from "./settle-steps.ts";

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
const { protocol } = snapshot;
const plan = await planClaim(
  { planSettlement: async (account, options) => planSettlement(settleStateOf(snapshot), account, options) },
  { snapshot, account: wallets.ben, gasPrice: 10n ** 13n, now: 0 },
);
const settlement = sampleAddress(5);
const steps = (changed = plan, name?: string) => settleSteps({ plan: changed, protocol, settlement, name });

describe("settleSteps", () => {
  it("asks for exactly the quote, for the account that is paid", () => {
    const [step] = steps()?.steps ?? [];
    const { address, abi, functionName, args = [], leastGas } = step?.request ?? fail();
    expect(address).toBe(settlement);
    const data = encodeFunctionData({ abi, functionName, args });
    const [hops, claims, account, minPaid, deadline] = decodeFunctionData({ abi: settlementAbi, data }).args ?? [];
    expect(hops?.[0]?.holder.toLowerCase()).toBe(tokens.trio);
    expect(hops).toHaveLength(plan.hops.length);
    expect(claims?.map((token) => token.toLowerCase())).toEqual([tokens.trio]);
    expect(account?.toLowerCase()).toBe(wallets.ben);
    expect(minPaid).toBe(plan.quote);
    expect(deadline).toBe(plan.deadline);
    expect(leastGas).toBeGreaterThan(plan.transactions[0]?.gas ?? 0n);
  });

  it("is a step for each transaction, none of which allows more than one may have", () => {
    const transaction = plan.transactions[0] as SettleTransaction;
    const full: SettleTransaction = { ...transaction, claims: [], pays: 0n, gas: TRANSACTION_GAS_LIMIT - 5n };
    const cut = steps({ ...plan, transactions: [full, transaction] }, "Ben")?.steps ?? [];
    expect(cut.map(({ title }) => title)).toEqual(["collect on the way", "claim 6 ETH"]);
    expect(new Set(cut.map(({ key }) => key)).size).toBe(2);
    expect(cut[0]?.request.leastGas).toBe(TRANSACTION_GAS_LIMIT);
    expect(cut[0]?.request.args?.[3]).toBe(0n);
  });

  it("is nothing when there is nothing to claim", () => {
    expect(steps({ ...plan, claims: [], transactions: [] })).toBeUndefined();
  });
});

describe("leftWords", () => {
  it("says what a step has to bring", () => {
    expect(leftWords({ ...plan, left: 5n }, protocol)).toContain("a step has to bring 0.23 ETH or more");
  });

  it("says that there is no room", () => {
    const transactions = Array.from({ length: 8 }, () => plan.transactions[0] as SettleTransaction);
    expect(leftWords({ ...plan, left: 5n, transactions }, protocol)).toContain("8 transactions");
  });

  it("says nothing where nothing is left", () => {
    expect(leftWords({ ...plan, left: 0n }, protocol)).toBeUndefined();
  });
});

function fail(): never {
  throw new Error("there is a step");
}
