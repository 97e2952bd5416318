import { decodeFunctionData, encodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { settlementAbi } from "../../../chain/contracts.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { planClaim } from "./claim-plan.ts";
import { planIdentity, settleRequest } from "./settle-request.ts";

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
const plan = planClaim({ snapshot, account: wallets.ben, gasPrice: 10n ** 13n, now: 0 });

describe("settleRequest", () => {
  it("asks for exactly the quote, for the account that is paid", () => {
    const { address, abi, functionName, args = [] } = settleRequest(plan, sampleAddress(5));
    expect(address).toBe(sampleAddress(5));
    const data = encodeFunctionData({ abi, functionName, args });
    const [hops, claims, account, minPaid, deadline] = decodeFunctionData({ abi: settlementAbi, data }).args ?? [];
    expect(hops?.[0]?.holder.toLowerCase()).toBe(tokens.trio);
    expect(hops).toHaveLength(plan.hops.length);
    expect(claims?.map((token) => token.toLowerCase())).toEqual([tokens.trio]);
    expect(account?.toLowerCase()).toBe(wallets.ben);
    expect(minPaid).toBe(plan.quote);
    expect(deadline).toBe(plan.deadline);
  });
});

describe("planIdentity", () => {
  it("is the same for plans that do the same, and another for another quote", () => {
    const again = planClaim({ snapshot, account: wallets.ben, gasPrice: 10n ** 13n, now: 0 });
    expect(planIdentity(again)).toBe(planIdentity(plan));
    expect(planIdentity({ ...plan, quote: plan.quote - 1n })).not.toBe(planIdentity(plan));
  });
});
