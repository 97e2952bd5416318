/** How a network's members vote, as the contract takes it. */
export interface GovernanceSettings {
  /** Seconds from a proposal to its vote. */
  readonly votingDelay: number;
  /** Seconds for which a vote is open. */
  readonly votingPeriod: number;
  /** Votes that a proposer needs, in wei of network shares. */
  readonly proposalThreshold: bigint;
  /** Votes for or abstaining that a proposal needs, in percent of the shares that can vote. */
  readonly quorumPercent: bigint;
}

const ONE_SHARE = 10n ** 18n;
const DELAY_DAYS = 1;
const PERIOD_DAYS = 3;
const QUORUM_PERCENT = 4n;

/**
 * The least that the contract takes (`NetworkGovernor`): members can set more by vote.
 *
 * @param secondsPerDay What votes count as a day: 86,400 but on local chains.
 */
export function leastSettings(secondsPerDay: number): GovernanceSettings {
  return {
    votingDelay: DELAY_DAYS * secondsPerDay,
    votingPeriod: PERIOD_DAYS * secondsPerDay,
    proposalThreshold: ONE_SHARE,
    quorumPercent: QUORUM_PERCENT,
  };
}
