import { keccak256, toHex } from "viem";
import { networkGovernorAbi, networkTokenAbi } from "../../../chain/contracts.ts";
import type { CastVote, Proposal } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { safeText } from "../../../lib/safe-text.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";

/** A governor's numbers for what a vote can say. */
const SUPPORT = { against: 0, for: 1, abstain: 2 } as const;

/** What each way to vote is called. */
export const SUPPORT_WORDS = { for: "for", against: "against", abstain: "neither" } as const;

/** Votes on a proposal. */
export function votePlan(
  governor: Address,
  proposal: Proposal,
  support: CastVote["support"],
  reason: string,
): TransactPlan {
  const title = safeText(proposal.title, 80);
  return {
    title: `Vote ${support === "abstain" ? "without taking sides" : support} “${title}”`,
    done: "Your vote counts.",
    steps: [
      {
        key: "vote",
        title: `vote ${SUPPORT_WORDS[support]}`,
        why: "A vote can’t be changed.",
        request: transactRequest({
          address: governor,
          abi: networkGovernorAbi,
          functionName: "castVoteWithReason",
          args: [proposal.proposalId, SUPPORT[support], reason],
        }),
      },
    ],
  };
}

/** Puts what passed into force. */
export function executePlan(governor: Address, proposal: Proposal): TransactPlan {
  return {
    title: `Put “${safeText(proposal.title, 80)}” into force`,
    done: "It is in force.",
    steps: [
      {
        key: "execute",
        title: "put it into force",
        why: "What the vote decided is done now. Terms open two days later.",
        request: transactRequest({
          address: governor,
          abi: networkGovernorAbi,
          functionName: "execute",
          args: callsOf(proposal),
        }),
      },
    ],
  };
}

/** Takes a proposal back before its vote; only who made it can. */
export function withdrawPlan(governor: Address, proposal: Proposal): TransactPlan {
  return {
    title: `Withdraw “${safeText(proposal.title, 80)}”`,
    done: "It was withdrawn.",
    steps: [
      {
        key: "withdraw",
        title: "withdraw the proposal",
        request: transactRequest({
          address: governor,
          abi: networkGovernorAbi,
          functionName: "cancel",
          args: callsOf(proposal),
        }),
      },
    ],
  };
}

/** Has `to` vote with the account's shares. */
export function delegatePlan(network: TokenInfo, to: Address, name: string): TransactPlan {
  return {
    title: `Let ${name} vote with your ${network.symbol}`,
    done: `${name} votes with your ${network.symbol} from now on.`,
    steps: [
      {
        key: "delegate",
        title: `let ${name} vote for you`,
        why: "Votes that are open already count as they stood when they began. You can change it at any time.",
        request: transactRequest({
          address: network.address,
          abi: networkTokenAbi,
          functionName: "delegate",
          args: [to],
        }),
      },
    ],
  };
}

function callsOf({ calls, description }: Proposal) {
  return [
    calls.map(({ target }) => target),
    calls.map(({ value }) => value),
    calls.map(({ calldata }) => calldata),
    keccak256(toHex(description)),
  ] as const;
}
