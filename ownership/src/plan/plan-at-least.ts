import { finishWatched } from "../control.ts";
import { InvalidAmountError, OutOfReachError } from "../errors.ts";
import { type Steps, stage } from "../steps.ts";
import { choicesFor, choose, type Search } from "./best-settlement.ts";
import { costBound, potentialOf } from "./bounds.ts";
import { carryOut, type Settlement } from "./carry-out.ts";
import { cheapestThatReaches } from "./cheapest-settlement.ts";
import { type Entries, entriesOf } from "./entries.ts";
import { describePlan, type PlanOptions, type SettlementPlan, searchFor } from "./plan-settlement.ts";
import { ACCOUNT_DEFAULTS, thresholdsOf } from "./settle-costs.ts";
import type { SettleState } from "./settle-state.ts";

/** A settlement that pays at least some amount. */
export interface AtLeastPlan extends SettlementPlan {
  /** No sequence of harvests and claims that pays the amount costs less than this, in the unit of the costs given. */
  readonly costBound: bigint;
}

/** Most claims; the fewer, the more has to be harvested towards them. */
const CLAIMS_TRIED = [1, 2, 3, Number.POSITIVE_INFINITY];

/** Factors by which fees are taken to be lower, so that smaller harvests are among the choices. */
const CHEAPER = [1n, 16n, 256n, 65_536n];

/**
 * Plans the cheapest harvests and claims that pay an account at least `amount`, in wei of the currency.
 *
 * A search, as the choice is hard in general; `costBound` says how much cheaper another plan could be at most. `minimum`
 * does not count here. Throws OutOfReachError when no plan within the limits pays so much, InvalidAmountError for an
 * amount below 1, and what `planSettlement` throws.
 */
export function planAtLeast(state: SettleState, account: string, amount: bigint, options: PlanOptions): AtLeastPlan {
  return finishWatched(planAtLeastSteps(entriesOf(state), account, amount, options), options, "The plan");
}

/** `planAtLeast` step by step. */
export function* planAtLeastSteps(
  entries: Entries,
  account: string,
  amount: bigint,
  options: PlanOptions,
): Steps<AtLeastPlan> {
  if (amount < 1n) throw new InvalidAmountError("The amount to reach", amount, "ask for 1 wei at least");
  // Whatever the fees are, small harvests and claims can be needed to reach the amount.
  const limits = { ...thresholdsOf({ ...options, minimum: 1n }, ACCOUNT_DEFAULTS), perClaim: 1n };
  const search = yield* stage(searchFor(entries, account, limits, options.timestamp), 0, 10);
  const cheapest = yield* stage(cheapestOf(search, account, amount), 10, 90);
  const plan = yield* stage(describePlan(search, account, cheapest), 90, 95);
  const potential = yield* stage(potentialOf(search.ledger, search.target, true), 95, 100);
  return { ...plan, costBound: costBound(potential, amount, limits) ?? cheapest.cost };
}

/** The cheapest settlement that any start leads to. */
function* cheapestOf(search: Search, account: string, amount: bigint): Steps<Settlement> {
  const starts = startsFor(search);
  let cheapest: Settlement | undefined;
  let most = 0n;
  for (const [index, { harvest, more }] of starts.entries()) {
    // Where enough was reached, still more of smaller harvests are no help.
    if (more && cheapest) break;
    const [from, to] = [(100 * index) / starts.length, (100 * (index + 1)) / starts.length];
    const { reached, paid } = yield* stage(reachFrom(search, harvest, amount), from, to);
    if (paid > most) most = paid;
    for (const found of reached) if (cheapest === undefined || found.cost < cheapest.cost) cheapest = found;
  }
  if (cheapest === undefined) throw new OutOfReachError(account, amount, most);
  return cheapest;
}

/** What reaches the amount with the harvests of a start, and what all of them pay. */
function* reachFrom(search: Search, harvest: Start["harvest"], amount: bigint) {
  const { paid, hops } = yield* harvest();
  const reached: Settlement[] = [];
  for (const claims of CLAIMS_TRIED) {
    const found = yield* cheapestThatReaches(search, amount, hops, claims);
    if (found) reached.push(found);
  }
  return { reached, paid };
}

/** A settlement to begin with. */
interface Start {
  harvest(): Steps<Settlement>;
  /** Whether it is for the case that none before it reaches the amount. */
  readonly more: boolean;
}

/** No harvest, those worth their fees or a part of them, and all that there are. */
function startsFor(search: Search): Start[] {
  const { ledger, claims, limits } = search;
  const withFees = (costPerHop: bigint, costPerRepeat: bigint): Search => ({
    ...search,
    limits: { ...limits, costPerHop, costPerRepeat },
  });
  const parts = limits.costPerHop === 0n && limits.costPerRepeat === 0n ? [] : CHEAPER;
  return [
    { harvest: () => carryOut(ledger, claims, [], limits), more: false },
    ...parts.flatMap((part, index) => {
      const cheaper = withFees(limits.costPerHop / part, limits.costPerRepeat / part);
      return choicesFor(cheaper).map((choice) => ({ harvest: () => choose(cheaper, choice), more: index > 1 }));
    }),
    { harvest: () => choose(withFees(0n, 0n), { worth: search.target.worth }), more: true },
  ];
}
