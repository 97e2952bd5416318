import { networkTokenAbi, personalTokenAbi } from "../../../chain/contracts.ts";
import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { collectSteps } from "../../token/collect/collect-step.ts";
import type { TransactPlan, TransactStep } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";
import type { StakeMove } from "./stake-preview.ts";

/** What a stake is planned from. Amounts in wei. */
export interface StakePlanParameters {
  readonly snapshot: OwnershipSnapshot;
  readonly terms: OfferedTerms;
  readonly move: StakeMove;
  /** Most network shares there may be afterwards. */
  readonly maxNetworkSupply: bigint;
  /** Whether the network may hold the member's shares. */
  readonly mayHold: boolean;
  /** Settles; undefined where it is not deployed. */
  readonly settlement: Address | undefined;
}

/** A stake: let the network hold a closed token, collect what came in before, hand over the shares. */
export function stakePlan(parameters: StakePlanParameters): TransactPlan {
  const { snapshot, move, mayHold, settlement } = parameters;
  const network = snapshot.tokens.get(move.network);
  const symbol = symbolOf(snapshot, move.member);
  const figure = `${formatAmount(move.amount)} ${symbol}`;
  const received = `${formatAmount(move.shares)} ${symbolOf(snapshot, move.network)}`;
  const where = move.to === move.account ? "in your wallet" : "in the treasury of your token";
  return {
    title: `Stake ${figure} into ${network?.name ?? "the network"}`,
    done: `You handed over ${figure} and received ${received} ${where}.`,
    steps: [
      ...(mayHold ? [] : [approveStep(parameters)]),
      ...collectSteps(
        snapshot,
        move.network,
        settlement,
        "What came in before you join belongs to those who hold now.",
      ),
      stakeStep(parameters, figure, received),
    ],
  };
}

function symbolOf(snapshot: OwnershipSnapshot, token: Address): string {
  return snapshot.tokens.get(token)?.symbol ?? "shares";
}

function approveStep({ snapshot, move }: StakePlanParameters): TransactStep {
  return {
    key: "approve-holder",
    title: `let ${symbolOf(snapshot, move.network)} hold ${symbolOf(snapshot, move.member)}`,
    why: "Your token is closed: you choose who may hold it.",
    request: transactRequest({
      address: move.member,
      abi: personalTokenAbi,
      functionName: "approveHolder",
      args: [move.network, true],
    }),
  };
}

function stakeStep(parameters: StakePlanParameters, figure: string, received: string): TransactStep {
  const { terms, move, maxNetworkSupply } = parameters;
  const network = { address: move.network, abi: networkTokenAbi } as const;
  const args = [BigInt(terms.number), move.amount, move.to, maxNetworkSupply] as const;
  return {
    key: "stake",
    title: `stake ${figure}`,
    why: `You receive ${received}.`,
    request: transactRequest({ ...network, functionName: "stake", args }),
    spend: {
      token: move.member,
      spender: move.network,
      amount: move.amount,
      figure,
      withPermit: ({ deadline, v, r, s }) =>
        transactRequest({ ...network, functionName: "stakeWithPermit", args: [...args, deadline, v, r, s] }),
    },
  };
}

/** Most network shares that may exist after a stake: what was shown and, while it is founded, what other founders mint. */
export function maxSupplyAfter(
  supply: bigint,
  shares: bigint,
  stillMissing: readonly { readonly shares: bigint }[],
): bigint {
  return stillMissing.reduce((sum, stake) => sum + stake.shares, supply + shares);
}
