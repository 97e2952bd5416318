import { networkGovernorAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Proposal } from "./propose-terms.ts";
import type { Session } from "./session.ts";

/** What a vote can say, in the governor's order. */
export const SUPPORTS = ["against", "for", "abstain"] as const;

/** A shareholder's vote. */
export interface VoteRequest {
  readonly from: Address;
  readonly proposal: Proposal;
  readonly support: (typeof SUPPORTS)[number];
  /** Why; empty if not said. */
  readonly reason?: string;
}

/** Votes on a proposal, and returns the votes that it counted for, in wei of network shares. */
export async function castVote({ client }: Session, request: VoteRequest): Promise<bigint> {
  const { from, proposal, support, reason = "" } = request;
  const simulated = await client.simulateContract({
    account: from,
    address: proposal.governor,
    abi: networkGovernorAbi,
    functionName: "castVoteWithReason",
    args: [proposal.id, SUPPORTS.indexOf(support), reason],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
