import type { Hop } from "@weft/ownership";
import { networkTokenAbi, personalTokenAbi, settlementAbi } from "../../../chain/contracts.ts";
import { claimableOfHolding } from "../../../data/claimables.ts";
import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { type TransactRequest, transactRequest } from "../../transact/transact-request.ts";

/** One signature on the way to a stake. */
export interface StakeStep {
  readonly key: "approve-holder" | "collect" | "allow" | "stake";
  /** Says the act and the amount, after "1 of 2: ". */
  readonly title: string;
  /** Why it is needed, in one line; empty when the title says it all. */
  readonly why: string;
  readonly done: boolean;
  readonly request: TransactRequest;
}

/** What the steps are made from. Amounts in wei. */
export interface StakeStepsParameters {
  readonly snapshot: OwnershipSnapshot;
  readonly network: Address;
  readonly terms: OfferedTerms;
  readonly amount: bigint;
  readonly shares: bigint;
  /** Who receives the network shares. */
  readonly to: Address;
  /** Most network shares there may be afterwards. */
  readonly maxNetworkSupply: bigint;
  /** What the network may take from the account already. */
  readonly allowance: bigint;
  /** Whether the network may hold the member's shares. */
  readonly mayHold: boolean;
  /** Settles; undefined where it is not deployed. */
  readonly settlement: Address | undefined;
}

/** Income under a millionth of a unit is not worth a step of its own. */
const LEAST_PART_OF_A_UNIT = 1_000_000n;
/** Collecting pays nobody but the network, so it may wait for a block as long as it takes: the end of 2105. */
const FAR_DEADLINE = 4_291_747_199n;

/** All steps of a stake in order, those that are done already included. */
export function stakeSteps(parameters: StakeStepsParameters): readonly StakeStep[] {
  const { snapshot, network, terms, amount, allowance, mayHold } = parameters;
  const symbolOf = (token: Address) => snapshot.tokens.get(token)?.symbol ?? "shares";
  const figure = `${formatAmount(amount)} ${symbolOf(terms.member)}`;
  const member = { address: terms.member, abi: personalTokenAbi } as const;
  const steps: StakeStep[] = [];
  if (!mayHold) {
    steps.push({
      key: "approve-holder",
      title: `let ${symbolOf(network)} hold ${symbolOf(terms.member)}`,
      why: "Your token is closed: you choose who may hold it.",
      done: false,
      request: transactRequest({ ...member, functionName: "approveHolder", args: [network, true] }),
    });
  }
  const collect = collectStep(parameters);
  if (collect !== undefined) steps.push(collect);
  steps.push({
    key: "allow",
    title: `allow exactly ${figure}`,
    why: "The network may then take this amount from your wallet, and no more.",
    done: allowance >= amount,
    request: transactRequest({ ...member, functionName: "approve", args: [network, amount] }),
  });
  steps.push({ key: "stake", title: `stake ${figure}`, why: "", done: false, request: stakeRequest(parameters) });
  return steps;
}

function stakeRequest({ network, terms, amount, to, maxNetworkSupply }: StakeStepsParameters): TransactRequest {
  return transactRequest({
    address: network,
    abi: networkTokenAbi,
    functionName: "stake",
    args: [BigInt(terms.number), amount, to, maxNetworkSupply],
  });
}

/** What came in for the network before the stake belongs to who holds it before the stake. */
function collectStep({ snapshot, network, settlement }: StakeStepsParameters): StakeStep | undefined {
  const { decimals, currencySymbol } = snapshot.protocol;
  const due = snapshot.holdings
    .filter(({ holder }) => holder === network)
    .map((holding) => ({ source: holding.token, amount: claimableOfHolding(snapshot, holding) }))
    .filter(({ amount }) => amount > 0n);
  const total = due.reduce((sum, { amount }) => sum + amount, 0n);
  if (settlement === undefined || total <= 10n ** BigInt(decimals) / LEAST_PART_OF_A_UNIT) return undefined;
  const hops: readonly Hop[] = due.map(({ source }) => ({ holder: network, source, repeats: 1 }));
  return {
    key: "collect",
    title: `collect ${formatAmount(total, { decimals })} ${currencySymbol} first`,
    why: "What came in before you join belongs to those who hold now.",
    done: false,
    request: transactRequest({
      address: settlement,
      abi: settlementAbi,
      functionName: "settle",
      args: [hops.map((hop) => toCall(hop)), [], network, 0n, FAR_DEADLINE],
    }),
  };
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
