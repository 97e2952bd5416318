import type { NetworkGovernance, Proposal } from "../../../data/governance/proposal.ts";
import { sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, wallets } from "../../../data/testing/trio.ts";

/** A proposal whose vote lasts from second 101 to 200, and that can be executed until 300. */
export const sampleProposal: Proposal = {
  id: "0x01",
  number: 0,
  proposalId: 7n,
  proposer: wallets.ada,
  title: "Admit Dev",
  description: "Admit Dev\n\nHe writes programs.",
  status: "proposed",
  startsAt: 100,
  endsAt: 200,
  expiresAt: 300,
  quorum: null,
  forVotes: 0n,
  againstVotes: 0n,
  abstainVotes: 0n,
  voterCount: 0,
  createdAt: 40,
  calls: [
    {
      target: tokens.trio,
      value: 0n,
      calldata: "0x1234",
      action: {
        name: "entry",
        terms: {
          member: tokens.ben,
          account: wallets.ben,
          rate: 10n ** 18n,
          cap: 5n * 10n ** 18n,
          expiry: 900,
          lockup: 0,
        },
      },
    },
  ],
  votes: [],
};

/** A network that votes for three days, one day after a proposal. */
export const sampleGovernance: NetworkGovernance = {
  block: 7,
  governor: sampleAddress(0xe2),
  votingDelay: 86_400,
  votingPeriod: 3 * 86_400,
  proposalThreshold: 10n ** 18n,
  quorumPercent: 4n,
  lateQuorumExtension: 86_400,
  proposalCount: 1,
  secondsPerDay: 86_400,
  votableSupply: 300_000n * 10n ** 18n,
  proposals: [sampleProposal],
  applications: [],
};
