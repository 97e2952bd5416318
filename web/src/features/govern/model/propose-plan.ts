import { encodeFunctionData, type Hex } from "viem";
import { networkGovernorAbi, networkTokenAbi } from "../../../chain/contracts.ts";
import type { NetworkGovernance } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";

/** Days of the governor from an execution to the moment at which its terms open. */
const OPENING_DAYS = 2;
const SECONDS_PER_DAY = 86_400;

/** Most days for which terms can be open: the contract's bound. */
export const MOST_OPEN_DAYS = 30;

/** Terms that somebody would put to the vote. */
export interface TermsDraft {
  readonly kind: "entry" | "exit";
  readonly member: Address;
  /** Who may use them. */
  readonly account: Address;
  /** Most member shares that move, in wei of the member token. */
  readonly cap: bigint;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Seconds for which new shares don't move. */
  readonly lockup: number;
  /** Real days for which they can be used. */
  readonly openDays: number;
  /** A stake is refused when the member has more shares than this, in wei. */
  readonly maxMemberSupply: bigint;
  /** What voters read. */
  readonly title: string;
  readonly text: string;
}

/** Puts terms to the vote; `proposer` is their sponsor, for ever. */
export function proposePlan(
  network: TokenInfo,
  governance: NetworkGovernance,
  proposer: Address,
  draft: TermsDraft,
  now: number,
): TransactPlan {
  const calldata = encodeFunctionData({
    abi: networkTokenAbi,
    functionName: draft.kind === "entry" ? "createTerms" : "createExitTerms",
    args: [
      {
        member: draft.member,
        account: draft.account,
        rate: draft.rate,
        cap: draft.cap,
        opensAt: 0n,
        expiry: BigInt(expiryOf(governance, draft.openDays, now)),
        lockup: draft.lockup,
        maxMemberSupply: draft.maxMemberSupply,
        sponsor: proposer,
      },
    ],
  });
  const why = draft.kind === "entry" ? "You stand for it: your name stays beside this member." : "Members decide.";
  return proposeCallsPlan(network, governance, draft, [{ target: network.address, calldata }], why);
}

/** A call of the network or its governor that is made if a proposal passes. */
export interface ProposedCall {
  readonly target: Address;
  readonly calldata: Hex;
}

/** Puts calls to the vote, described by what voters read. */
export function proposeCallsPlan(
  network: TokenInfo,
  governance: NetworkGovernance,
  words: { readonly title: string; readonly text: string },
  calls: readonly ProposedCall[],
  why: string,
): TransactPlan {
  const [title, text] = [words.title.trim(), words.text.trim()];
  return {
    title: `Put “${title}” to the vote in ${network.name}`,
    done: "It is on the record. Members vote on it soon.",
    steps: [
      {
        key: "propose",
        title: "put it to the vote",
        why,
        request: transactRequest({
          address: governance.governor,
          abi: networkGovernorAbi,
          functionName: "propose",
          args: [
            calls.map(({ target }) => target),
            calls.map(() => 0n),
            calls.map(({ calldata }) => calldata),
            text === "" ? title : `${title}\n\n${text}`,
          ],
        }),
      },
    ],
  };
}

/**
 * Last second of terms that are proposed now, Unix time: so many days after they can open at the earliest. To the full
 * hour, so that the call stays the same while it is being read.
 */
export function expiryOf(governance: NetworkGovernance, openDays: number, now: number): number {
  const { votingDelay, votingPeriod, secondsPerDay } = governance;
  const earliest = now + votingDelay + votingPeriod + OPENING_DAYS * secondsPerDay;
  return Math.floor((earliest + openDays * SECONDS_PER_DAY) / 3600) * 3600;
}
