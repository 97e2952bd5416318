import type { OwnershipState } from "../graph/ownership-graph.ts";
import { nodeId } from "../graph/token-node.ts";
import { bestSettlement } from "./best-settlement.ts";
import { createLedger } from "./ledger.ts";
import { leftBehind } from "./left-behind.ts";
import { hopsOf } from "./plan-settlement.ts";
import { type SettleCosts, thresholdsOf } from "./settle-costs.ts";
import { targetEveryone } from "./settle-target.ts";
import type { Hop } from "./simulate-settle.ts";

/** Harvests for all, then the claims of every account. */
export interface EveryonePlan {
  /** In order; neighbours with the same number of repeats are one turn around a circle. */
  readonly hops: Hop[];
  /** Number of harvests, every repeat counted: what the network fee depends on. */
  readonly harvests: number;
  /** Claims that are worth it, with what each pays in wei of the currency. */
  readonly claims: { readonly account: string; readonly token: string; readonly amount: bigint }[];
  /** What all claims pay, in wei of the currency. */
  readonly paid: bigint;
  /** Upper bound of what more could be had by settling until dry, in wei of the currency. */
  readonly left: bigint;
  /** Harvests × cost per hop + claims × cost per claim, in the unit of the costs given. */
  readonly networkFeeUnits: bigint;
}

/** Plans for all accounts at once, as a keeper would; see `planSettlement`. */
export function planSettleEveryone(state: OwnershipState, costs: SettleCosts): EveryonePlan {
  const thresholds = thresholdsOf(costs);
  const ledger = createLedger(state);
  const { entries } = ledger;
  const target = targetEveryone(entries);
  const settlement = bestSettlement(ledger, target, thresholds);
  return {
    hops: hopsOf(entries, settlement),
    harvests: settlement.hops.length,
    claims: settlement.claims.map(({ entry, amount }) => ({
      account: nodeId(entries.graph, entries.holderOf(entry)),
      token: nodeId(entries.graph, entries.tokenOf(entry)),
      amount,
    })),
    paid: settlement.paid,
    left: leftBehind(settlement, target),
    networkFeeUnits: settlement.cost,
  };
}
