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
/** Collecting pays nobody but the network, so it may wait for a block as long as it takes: the end of 2105. */
const FAR_DEADLINE = 4_291_747_199n;

/**
 * Collects what came in for a network before its shares change: it belongs to those who hold now. No step where nothing worth
 * it is there, or nothing settles.
 *
 * @param settlement Settles; undefined where it is not deployed.
 */
export function collectSteps(
  snapshot: OwnershipSnapshot,
  network: Address,
  settlement: Address | undefined,
  why: string,
): readonly TransactStep[] {
  const { decimals, currencySymbol } = snapshot.protocol;
  const due = snapshot.holdings
    .filter(({ holder }) => holder === network)
    .map((holding) => ({ source: holding.token, amount: claimableOfHolding(snapshot, holding) }))
    .filter(({ amount }) => amount > 0n);
  const total = due.reduce((sum, { amount }) => sum + amount, 0n);
  if (settlement === undefined || total <= 10n ** BigInt(decimals) / LEAST_PART_OF_A_UNIT) return [];
  const hops: readonly Hop[] = due.map(({ source }) => ({ holder: network, source, repeats: 1 }));
  return [
    {
      key: "collect",
      title: `collect ${formatAmount(total, { decimals })} ${currencySymbol} first`,
      why,
      request: transactRequest({
        address: settlement,
        abi: settlementAbi,
        functionName: "settle",
        args: [hops.map((hop) => toCall(hop)), [], network, 0n, FAR_DEADLINE],
        leastGas: settleGas(hops, 0),
      }),
    },
  ];
}

function toCall({ holder, source, repeats }: Hop) {
  return { holder: holder as Address, source: source as Address, repeats: BigInt(repeats) };
}
