import { decodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { networkTokenAbi } from "../../../chain/contracts.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { expiryOf, MOST_OPEN_DAYS, proposePlan, type TermsDraft } from "./propose-plan.ts";
import { sampleGovernance } from "./testing.ts";

const NOW = 1_800_000_000;
const network = trioSnapshot().tokens.get(tokens.trio);
if (!network) throw new Error("the trio has a network");
const draft: TermsDraft = {
  kind: "entry",
  member: tokens.ben,
  account: wallets.ben,
  cap: 5n,
  rate: 7n,
  lockup: 60,
  openDays: 10,
  maxMemberSupply: 9n,
  title: " Admit Ben ",
  text: "He films.\n",
};

describe("proposePlan", () => {
  const [step] = proposePlan(network, sampleGovernance, wallets.ada, draft, NOW).steps;

  it("proposes one call of the network, described by title and text", () => {
    expect(step?.request).toMatchObject({ address: sampleGovernance.governor, functionName: "propose" });
    expect(step?.request.args?.slice(0, 2)).toEqual([[tokens.trio], [0n]]);
    expect(step?.request.args?.[3]).toBe("Admit Ben\n\nHe films.");
  });

  it("makes the terms with the proposer as their sponsor", () => {
    const calldatas = step?.request.args?.[2] as readonly `0x${string}`[] | undefined;
    const call = decodeFunctionData({ abi: networkTokenAbi, data: calldatas?.[0] ?? "0x" });
    if (call.functionName !== "createTerms") throw new Error(`calls ${call.functionName}`);
    const [terms] = call.args;
    expect(terms).toMatchObject({ cap: 5n, rate: 7n, lockup: 60, opensAt: 0n, maxMemberSupply: 9n });
    expect(terms.sponsor.toLowerCase()).toBe(wallets.ada);
  });
});

describe("expiryOf", () => {
  it("is never later than the contract allows, nor before the terms open", () => {
    for (const openDays of [1, MOST_OPEN_DAYS]) {
      for (const now of [NOW, NOW + 1, NOW + 1799, NOW + 3599]) {
        const opens = now + 86_400 + 3 * 86_400 + 1 + 2 * 86_400;
        const expiry = expiryOf(sampleGovernance, openDays, now);
        expect(expiry).toBeGreaterThan(opens);
        expect(expiry).toBeLessThanOrEqual(opens + 30 * 86_400);
      }
    }
  });
});
