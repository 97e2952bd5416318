import type { Hop } from "@weft/ownership";
import { settlementAbi } from "../../../chain/contracts.ts";
import { settleGas } from "../../../chain/settle-gas.ts";
import { claimableOfHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { TransactStep } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";

/** Income under a millionth of a unit is not worth a step of its own. */
const LEAST_PART_OF_A_UNIT = 1_000_000n;
/** Collecting pays nobody but the treasury, so it may wait for a block as long as it takes: the end of 2105. */
const FAR_DEADLINE = 4_291_747_199n;

/** What a treasury can collect. */
export interface Collectable {
  /** In wei of the currency. */
  readonly total: bigint;
  /** Tokens that have something for it. */
  readonly sources: readonly Address[];
}

/** What the treasury of `holder` can collect now. */
export function collectableBy(snapshot: OwnershipSnapshot, holder: Address): Collectable {
  const due = snapshot.holdings
    .filter((holding) => holding.holder === holder)
    .map((holding) => ({ source: holding.token, amount: claimableOfHolding(snapshot, holding) }))
    .filter(({ amount }) => amount > 0n);
  return {
    total: due.reduce((sum, { amount }) => sum + amount, 0n),
    sources: due.map(({ source }) => source),
  };
}

/** A step that collects for a treasury. */
export interface CollectRequest {
  readonly snapshot: OwnershipSnapshot;
  /** The token whose treasury it is. */
  readonly holder: Address;
  /** Settles, and passes over a source that refuses; undefined where it is not deployed. */
  readonly settlement: Address | undefined;
  /** The step's title, given the amount as people read it. */
  readonly title: (figure: string) => string;
  readonly why: string;
}

/** Collects what is due to a treasury; undefined while that is not worth a step, or can't be done. */
export function collectStep(request: CollectRequest): TransactStep | undefined {
  const { snapshot, holder, settlement, title, why } = request;
  const { decimals, currencySymbol } = snapshot.protocol;
  const { total, sources } = collectableBy(snapshot, holder);
  if (settlement === undefined || total <= 10n ** BigInt(decimals) / LEAST_PART_OF_A_UNIT) return undefined;
  const hops: readonly Hop[] = sources.map((source) => ({ holder, source, repeats: 1 }));
  return {
    key: "collect",
    title: title(`${formatAmount(total, { decimals })} ${currencySymbol}`),
    why,
    request: transactRequest({
      address: settlement,
      abi: settlementAbi,
      functionName: "settle",
      args: [hops.map(toCall), [], holder, 0n, FAR_DEADLINE],
      leastGas: settleGas(hops, 0),
    }),
  };
}

/**
 * The same as the first of other steps, in a list: none where there is nothing to collect.
 *
 * What came in before shares change belongs to those who hold now.
 */
export function collectSteps(
  snapshot: OwnershipSnapshot,
  holder: Address,
  settlement: Address | undefined,
  why: string,
): readonly TransactStep[] {
  const step = collectStep({ snapshot, holder, settlement, why, title: (figure) => `collect ${figure} first` });
  return step ? [step] : [];
}

function toCall({ holder, source, repeats }: Hop) {
  return { holder: holder as Address, source: source as Address, repeats: BigInt(repeats) };
}
