import { InvalidAmountError, OutOfReachError } from "../errors.ts";
import { choicesFor, choose, createSearch, type Search } from "./best-settlement.ts";
import { costBound, potentialOf } from "./bounds.ts";
import { carryOut, type Settlement } from "./carry-out.ts";
import { cheapestThatReaches } from "./cheapest-settlement.ts";
import { describePlan, type PlanOptions, type SettlementPlan, searchFor } from "./plan-settlement.ts";
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
  if (amount < 1n) throw new InvalidAmountError("The amount to reach", amount, "ask for 1 wei at least");
  // Whatever the fees are, small harvests and claims can be needed to reach the amount.
  const { ledger, target, limits } = searchFor(state, account, { ...options, minimum: 1n });
  const search = createSearch(ledger, target, { ...limits, perClaim: 1n }, options);
  const starts = startsFor(search);
  const reached: Settlement[] = [];
  let most = 0n;
  for (const [index, { harvest, more }] of starts.entries()) {
    // Where enough was reached, still more of smaller harvests are no help.
    if (more && reached.length > 0) break;
    search.progress.at(index, starts.length);
    const { paid, hops } = harvest();
    if (paid > most) most = paid;
    for (const claims of CLAIMS_TRIED) {
      const found = cheapestThatReaches(search, amount, hops, claims);
      if (found) reached.push(found);
    }
  }
  const [first, ...others] = reached;
  if (first === undefined) throw new OutOfReachError(account, amount, most);
  const cheapest = others.reduce((best, other) => (other.cost < best.cost ? other : best), first);
  return {
    ...describePlan(search, account, cheapest),
    costBound: costBound(potentialOf(ledger, target, 1n), amount, limits) ?? cheapest.cost,
  };
}

/** A settlement to begin with. */
interface Start {
  harvest(): Settlement;
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
