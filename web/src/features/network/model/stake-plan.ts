import type { Hop } from "@weft/ownership";
import { networkTokenAbi, personalTokenAbi, settlementAbi } from "../../../chain/contracts.ts";
import { settleGas } from "../../../chain/settle-gas.ts";
import { claimableOfHolding } from "../../../data/claimables.ts";
import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
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

/** Income under a millionth of a unit is not worth a step of its own. */
const LEAST_PART_OF_A_UNIT = 1_000_000n;
/** Collecting pays nobody but the network, so it may wait for a block as long as it takes: the end of 2105. */
const FAR_DEADLINE = 4_291_747_199n;

/** A stake: let the network hold a closed token, collect what came in before, hand over the shares. */
export function stakePlan(parameters: StakePlanParameters): TransactPlan {
  const { snapshot, move, mayHold } = parameters;
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
      ...collectSteps(parameters),
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

/** What came in for the network before the stake belongs to who holds it before the stake. */
function collectSteps({ snapshot, move, settlement }: StakePlanParameters): readonly TransactStep[] {
  const { decimals, currencySymbol } = snapshot.protocol;
  const due = snapshot.holdings
    .filter(({ holder }) => holder === move.network)
    .map((holding) => ({ source: holding.token, amount: claimableOfHolding(snapshot, holding) }))
    .filter(({ amount }) => amount > 0n);
  const total = due.reduce((sum, { amount }) => sum + amount, 0n);
  if (settlement === undefined || total <= 10n ** BigInt(decimals) / LEAST_PART_OF_A_UNIT) return [];
  const hops: readonly Hop[] = due.map(({ source }) => ({ holder: move.network, source, repeats: 1 }));
  return [
    {
      key: "collect",
      title: `collect ${formatAmount(total, { decimals })} ${currencySymbol} first`,
      why: "What came in before you join belongs to those who hold now.",
      request: transactRequest({
        address: settlement,
        abi: settlementAbi,
        functionName: "settle",
        args: [hops.map((hop) => toCall(hop)), [], move.network, 0n, FAR_DEADLINE],
        leastGas: settleGas(hops, 0),
      }),
    },
  ];
}

function toCall({ holder, source, repeats }: Hop) {
  return { holder: holder as Address, source: source as Address, repeats: BigInt(repeats) };
}

/** Most network shares that may exist after a stake: what was shown and, while it is founded, what other founders mint. */
export function maxSupplyAfter(
  supply: bigint,
  shares: bigint,
  stillMissing: readonly { readonly shares: bigint }[],
): bigint {
  return stillMissing.reduce((sum, stake) => sum + stake.shares, supply + shares);
}
