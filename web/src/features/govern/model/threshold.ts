import type { NetworkGovernance } from "../../../data/governance/proposal.ts";

/** Most of what can vote that a proposer may need, in percent (`NetworkGovernor`). */
export const MOST_THRESHOLD_PERCENT = 2n;

/**
 * Votes that a proposer needs, in wei of network shares, as `NetworkGovernor.proposalThreshold` has it: what was set, at most 2 %
 * of what can vote, so that a supply that shrank locks nobody out, and at least 1 wei.
 */
export function effectiveThreshold({ proposalThreshold, votableSupply }: NetworkGovernance): bigint {
  const most = (votableSupply * MOST_THRESHOLD_PERCENT) / 100n;
  const bound = most > 1n ? most : 1n;
  return proposalThreshold < bound ? proposalThreshold : bound;
}
