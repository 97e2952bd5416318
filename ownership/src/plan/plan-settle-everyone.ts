import { finishWatched } from "../control.ts";
import { nodeId } from "../graph/token-node.ts";
import { type Steps, stage, UNDER_WAY } from "../steps.ts";
import { bestSettlement, createSearch, type Search } from "./best-settlement.ts";
import { netBound, potentialOf } from "./bounds.ts";
import type { Settlement } from "./carry-out.ts";
import type { ClaimStep } from "./claim-set.ts";
import { type Entries, entriesOf } from "./entries.ts";
import { createLedger } from "./ledger.ts";
import { leftBehind } from "./left-behind.ts";
import type { PlanOptions } from "./plan-settlement.ts";
import { EVERYONE_DEFAULTS, type Thresholds, thresholdsOf } from "./settle-costs.ts";
import type { SettleState } from "./settle-state.ts";
import { targetEveryone } from "./settle-target.ts";
import type { Hop } from "./simulate-settle.ts";
import { cutIntoTransactions, hopsOf, type SettleTransaction } from "./transactions.ts";

/** Accounts whose claims are written down between two steps: some milliseconds. */
const ACCOUNTS_A_STEP = 4096;

/** Harvests for all, then the claims of every account. */
export interface EveryonePlan {
  /** In order; neighbours with the same number of repeats are one turn around a circle. */
  readonly hops: Hop[];
  /** Number of harvests, every repeat counted: what the network fee depends on. */
  readonly harvests: number;
  /** Claims that are worth it, with what each pays in wei of the currency, account by account. */
  readonly claims: { readonly account: string; readonly token: string; readonly amount: bigint }[];
  /** Calls that each fit into a transaction: the harvests, then the claims of one account after the other. */
  readonly transactions: SettleTransaction[];
  /** What all claims pay, in wei of the currency. */
  readonly paid: bigint;
  /** Upper bound of what more could be had by settling until dry, in wei of the currency. */
  readonly left: bigint;
  /** No sequence of harvests and claims nets all accounts together more than this, in wei of the currency. */
  readonly netBound: bigint;
  /** What all harvests, claims and transactions cost, in the unit of the costs given. */
  readonly networkFeeUnits: bigint;
}

/** What a keeper plans for. */
export interface EveryoneOptions extends PlanOptions {
  /** Accounts whose claims are left out, such as contracts that refuse the currency: a claim that fails pays nobody. */
  readonly except?: Iterable<string>;
}

/**
 * Plans for all accounts together, as a keeper would: what is harvested and claimed brings all of them more than it costs.
 *
 * An account's claims are transactions of their own, and are left out where they bring less than these cost. For the
 * errors see `planSettlement`.
 */
export function planSettleEveryone(state: SettleState, options: EveryoneOptions): EveryonePlan {
  return finishWatched(planSettleEveryoneSteps(entriesOf(state), options), options, "The plan");
}

/** `planSettleEveryone` step by step. */
export function* planSettleEveryoneSteps(entries: Entries, options: EveryoneOptions): Steps<EveryonePlan> {
  const limits = thresholdsOf(options, EVERYONE_DEFAULTS);
  const search = yield* stage(searchForEveryone(entries, limits, options), 0, 10);
  const settlement = yield* stage(bestSettlement(search), 10, 80);
  return yield* stage(describePlan(search, settlement), 80, 100);
}

function* searchForEveryone(entries: Entries, limits: Thresholds, options: EveryoneOptions): Steps<Search> {
  yield UNDER_WAY;
  const target = targetEveryone(entries, options.except ?? []);
  yield UNDER_WAY;
  return yield* createSearch(createLedger(entries, options.timestamp), target, limits);
}

function* describePlan(search: Search, settlement: Settlement): Steps<EveryonePlan> {
  const { ledger, target, limits } = search;
  const { entries } = ledger;
  const { after } = settlement;
  const transactions = cutIntoTransactions(entries, settlement.hops, [], limits);
  yield UNDER_WAY;
  const claims: ClaimStep[] = [];
  for (const [index, own] of claimsByAccount(search, settlement).entries()) {
    if (index % ACCOUNTS_A_STEP === 0) yield UNDER_WAY;
    const cut = cutIntoTransactions(entries, [], own, limits);
    const fees = BigInt(cut.length) * limits.costPerTransaction + BigInt(own.length) * limits.costPerClaim;
    if (own.reduce((sum, { amount }) => sum + amount, 0n) < fees) continue;
    if (transactions.length + cut.length > limits.maxTransactions) break;
    transactions.push(...cut);
    claims.push(...own);
  }
  for (const { entry } of claims) after.claim(entry);
  yield UNDER_WAY;
  const left = yield* leftBehind(after, target);
  return {
    hops: hopsOf(
      entries,
      settlement.hops.map(({ entry }) => entry),
    ),
    harvests: settlement.hops.length,
    claims: claims.map(({ entry, amount }) => ({
      account: nodeId(entries.graph, entries.holderOf(entry)),
      token: nodeId(entries.graph, entries.tokenOf(entry)),
      amount,
    })),
    transactions,
    paid: claims.reduce((sum, { amount }) => sum + amount, 0n),
    left,
    netBound: netBound(yield* potentialOf(ledger, target, true), limits),
    networkFeeUnits: feesOf(settlement, claims.length, transactions.length, limits),
  };
}

/** The claims that are worth it, those of each account together; who is paid most comes first. */
function claimsByAccount({ ledger: { entries }, claims }: Search, { after, claimCount }: Settlement): ClaimStep[][] {
  const byAccount = Map.groupBy(claims.list(after, claimCount), ({ entry }) => entries.holderOf(entry));
  return Array.from(byAccount.values(), (own) => ({ own, paid: own.reduce((sum, { amount }) => sum + amount, 0n) }))
    .sort((a, b) => (a.paid < b.paid ? 1 : a.paid > b.paid ? -1 : 0))
    .map(({ own }) => own);
}

function feesOf({ hopCosts }: Settlement, claims: number, transactions: number, limits: Thresholds): bigint {
  return (
    hopCosts.reduce((sum, cost) => sum + cost, 0n) +
    BigInt(claims) * limits.costPerClaim +
    BigInt(transactions) * limits.costPerTransaction
  );
}
