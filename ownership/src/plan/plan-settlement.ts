import type { OwnershipState } from "../graph/ownership-graph.ts";
import { accountNode, nodeId } from "../graph/token-node.ts";
import { bestSettlement, type Settlement } from "./best-settlement.ts";
import { compressTurns } from "./compress-turns.ts";
import { createLedger, type Entries } from "./ledger.ts";
import { leftBehind } from "./left-behind.ts";
import { type SettleCosts, thresholdsOf } from "./settle-costs.ts";
import { targetAccount } from "./settle-target.ts";
import type { Hop } from "./simulate-settle.ts";
import { type PaidPath, tracePaths } from "./trace-paths.ts";

/** One step of a settlement as people read it; amounts in wei of the currency. */
export type SettleStep =
  | { readonly kind: "harvest"; readonly holder: string; readonly source: string; readonly amount: bigint }
  | { readonly kind: "claim"; readonly account: string; readonly token: string; readonly amount: bigint };

/** Arguments of `Settlement.settle`, and what they bring. */
export interface SettlementPlan {
  readonly account: string;
  /** In order; neighbours with the same number of repeats are one turn around a circle. */
  readonly hops: Hop[];
  /** Number of harvests, every repeat counted: what the network fee depends on. */
  readonly harvests: number;
  /** Tokens to claim from. */
  readonly claims: string[];
  /** Exactly what `settle` pays the account at this state, in wei of the currency. */
  readonly quote: bigint;
  /** The quote by the way it came, largest first; sums to the quote. */
  readonly byPath: PaidPath[];
  /** Upper bound of what more could be had by settling until dry, in wei of the currency. */
  readonly left: bigint;
  /** Every harvest, turns written out, then every claim. */
  readonly steps: SettleStep[];
  /** Harvests × cost per hop + claims × cost per claim, in the unit of the costs given. */
  readonly networkFeeUnits: bigint;
}

/**
 * Plans the harvests and claims that bring an account the most for their cost.
 *
 * The quote is counted with the contracts' integers: it is what `settle` pays in a block with this state. Project
 * streams to the block's time stamp first with `accrueStream`. Throws NotAnAccountError when `account` is a token,
 * InvalidAmountError for negative costs, and what `buildGraph` throws.
 */
export function planSettlement(state: OwnershipState, account: string, costs: SettleCosts): SettlementPlan {
  const thresholds = thresholdsOf(costs);
  const ledger = createLedger(state);
  const { entries } = ledger;
  const target = targetAccount(entries, accountNode(entries.graph, account));
  const settlement = bestSettlement(ledger, target, thresholds);
  return {
    account,
    hops: hopsOf(entries, settlement),
    harvests: settlement.hops.length,
    claims: settlement.claims.map(({ entry }) => nodeId(entries.graph, entries.tokenOf(entry))),
    quote: settlement.paid,
    byPath: tracePaths(ledger, settlement),
    left: leftBehind(settlement, target),
    steps: stepsOf(entries, settlement),
    networkFeeUnits: settlement.cost,
  };
}

/** A settlement's harvests as `settle` takes them. */
export function hopsOf({ graph, holderOf, tokenOf }: Entries, { hops }: Settlement): Hop[] {
  const turns = compressTurns(hops.map(({ entry }) => entry));
  return turns.flatMap(({ block, repeats }) =>
    block.map((entry) => ({
      holder: nodeId(graph, holderOf(entry)),
      source: nodeId(graph, tokenOf(entry)),
      repeats,
    })),
  );
}

function stepsOf({ graph, holderOf, tokenOf }: Entries, { hops, claims }: Settlement): SettleStep[] {
  const names = (entry: number) => [nodeId(graph, holderOf(entry)), nodeId(graph, tokenOf(entry))] as const;
  return [
    ...hops.map(({ entry, amount }) => {
      const [holder, source] = names(entry);
      return { kind: "harvest" as const, holder, source, amount };
    }),
    ...claims.map(({ entry, amount }) => {
      const [account, token] = names(entry);
      return { kind: "claim" as const, account, token, amount };
    }),
  ];
}
