import { encodeFunctionData } from "viem";
import { networkTokenAbi } from "../../../chain/contracts.ts";
import type { NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { ExitTerms, NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import type { ProposedCall } from "./propose-plan.ts";

/**
 * Terms that a vote proposed at the Unix time `now` can still end, by number: they take a vote to make, something is left to do
 * under them, and they can be used longer than the vote takes.
 */
export function endableTerms(
  { terms, exits }: NetworkRecord,
  { votingDelay, votingPeriod }: NetworkGovernance,
  now: number,
): readonly (OfferedTerms | ExitTerms)[] {
  // The second after the vote is the first in which it can be put into force.
  const earliest = now + votingDelay + votingPeriod + 1;
  return [...terms.filter(({ founding }) => !founding), ...exits]
    .filter(({ status, used, cap, expiry }) => status === "open" && used < cap && expiry >= earliest)
    .sort((a, b) => a.number - b.number);
}

/** The call that ends terms if a proposal passes; what was done under them stays. */
export function endTermsCall(network: { readonly address: ProposedCall["target"] }, number: number): ProposedCall {
  const args = [BigInt(number)] as const;
  const calldata = encodeFunctionData({ abi: networkTokenAbi, functionName: "cancelTerms", args });
  return { target: network.address, calldata };
}
