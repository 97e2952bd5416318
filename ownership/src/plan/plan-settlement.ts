import { type Control, finishWatched } from "../control.ts";
import { accountNode, nodeId } from "../graph/token-node.ts";
import { type Steps, stage, UNDER_WAY } from "../steps.ts";
import { bestSettlement, createSearch, type Search } from "./best-settlement.ts";
import { netBound, potentialOf } from "./bounds.ts";
import type { Settlement } from "./carry-out.ts";
import type { HopStep } from "./choose-hops.ts";
import type { ClaimStep } from "./claim-set.ts";
import { type Entries, entriesOf } from "./entries.ts";
import { createLedger } from "./ledger.ts";
import { leftBehind } from "./left-behind.ts";
import { ACCOUNT_DEFAULTS, type SettleCosts, type Thresholds, thresholdsOf } from "./settle-costs.ts";
import type { SettleState } from "./settle-state.ts";
import { targetAccount } from "./settle-target.ts";
import type { Hop } from "./simulate-settle.ts";
import { type PaidPath, tracePaths } from "./trace-paths.ts";
import { cutIntoTransactions, hopsOf, type SettleTransaction } from "./transactions.ts";

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
  /** The same hops and claims as calls that each fit into a transaction; one unless more were allowed. */
  readonly transactions: SettleTransaction[];
  /** Exactly what `settle` pays the account at this state, in wei of the currency. */
  readonly quote: bigint;
  /** The quote by the way it came, largest first; sums to the quote. */
  readonly byPath: PaidPath[];
  /** Upper bound of what more could be had by settling until dry, in wei of the currency. */
  readonly left: bigint;
  /** No sequence of harvests and claims nets more than this after its network fees, in wei of the currency. */
  readonly netBound: bigint;
  /** Every harvest, turns written out, then every claim. */
  readonly steps: SettleStep[];
  /** What all harvests, claims and transactions cost, in the unit of the costs given. */
  readonly networkFeeUnits: bigint;
}

/** What to plan for, and when. */
export interface PlanOptions extends SettleCosts, Control {
  /**
   * Time stamp of the block that the settlement will run in, Unix time: what streams until then is counted. When not given,
   * streams count as they stand in the state.
   */
  readonly timestamp?: bigint;
}

/**
 * Plans the harvests and claims that bring an account the most after what they cost.
 *
 * The quote is counted with the contracts' integers: it is what `settle` pays in a block with this state and time stamp.
 * What settling nets is at most `netBound`, whatever the plan; how near a plan comes depends on the graph (see
 * docs/planning.md). Throws NotAnAccountError when `account` is a token, InvalidAmountError for what `thresholdsOf`
 * refuses, AbortedError, and what `buildGraph` throws.
 */
export function planSettlement(state: SettleState, account: string, options: PlanOptions): SettlementPlan {
  return finishWatched(planSettlementSteps(entriesOf(state), account, options), options, "The plan");
}

/** `planSettlement` step by step. */
export function* planSettlementSteps(entries: Entries, account: string, options: PlanOptions): Steps<SettlementPlan> {
  const limits = thresholdsOf(options, ACCOUNT_DEFAULTS);
  const search = yield* stage(searchFor(entries, account, limits, options.timestamp), 0, 10);
  const best = yield* stage(bestSettlement(search), 10, 90);
  return yield* stage(describePlan(search, account, best), 90, 100);
}

/** Opens a search for what an account is paid. */
export function* searchFor(
  entries: Entries,
  account: string,
  limits: Thresholds,
  timestamp: bigint | undefined,
): Steps<Search> {
  const node = accountNode(entries.graph, account);
  yield UNDER_WAY;
  const target = targetAccount(entries, node);
  yield UNDER_WAY;
  return yield* createSearch(createLedger(entries, timestamp), target, limits);
}

/** Writes a settlement down for its account. */
export function* describePlan(search: Search, account: string, settlement: Settlement): Steps<SettlementPlan> {
  const { ledger, target, limits } = search;
  const { entries } = ledger;
  const { after, hops } = settlement;
  const claims = search.claims.list(after, settlement.claimCount);
  for (const { entry } of claims) after.claim(entry);
  yield UNDER_WAY;
  const transactions = cutIntoTransactions(entries, hops, claims, limits);
  yield UNDER_WAY;
  const byPath = tracePaths(ledger, hops, claims);
  const left = yield* leftBehind(after, target);
  return {
    account,
    hops: hopsOf(
      entries,
      hops.map(({ entry }) => entry),
    ),
    harvests: hops.length,
    claims: claims.map(({ entry }) => nodeId(entries.graph, entries.tokenOf(entry))),
    transactions,
    quote: settlement.paid,
    byPath,
    left,
    netBound: netBound(yield* potentialOf(ledger, target, true), limits),
    steps: stepsOf(entries, hops, claims),
    networkFeeUnits: settlement.cost,
  };
}

function stepsOf(
  { graph, holderOf, tokenOf }: Entries,
  hops: readonly HopStep[],
  claims: readonly ClaimStep[],
): SettleStep[] {
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
