import { networkProfitSteps, personalProfitSteps } from "../flow/connected-profit.ts";
import { pathSteps } from "../flow/paths-to.ts";
import { directShares } from "../graph/direct-shares.ts";
import { outsideFloat } from "../graph/outside-float.ts";
import { planAtLeastSteps } from "../plan/plan-at-least.ts";
import { planSettleEveryoneSteps } from "../plan/plan-settle-everyone.ts";
import { planSettlementSteps } from "../plan/plan-settlement.ts";
import { circleSteps } from "../solve/circles-of.ts";
import { closedSets } from "../solve/closed-sets.ts";
import { valuesOf } from "../solve/values.ts";
import type { Steps } from "../steps.ts";
import { admissionSteps, realizeSteps, saleSteps, stakeSteps } from "../what-if/what-if-steps.ts";
import type { GraphFunction, PlanFunction, WhatIfFunction } from "./function-names.ts";

/** Functions of the graph that a worker answers by name, step by step; their arguments follow the graph. */
export const GRAPH_STEPS = {
  circlesOf: circleSteps,
  closedSets: inOneStep(closedSets),
  connectedProfitOfNetworks: networkProfitSteps,
  connectedProfitOfPerson: personalProfitSteps,
  directShares: inOneStep(directShares),
  outsideFloat: inOneStep(outsideFloat),
  pathsTo: pathSteps,
  valuesOf: inOneStep(valuesOf),
} as const satisfies Record<GraphFunction, unknown>;

/** Plans by name, step by step; arguments and options follow the entries. */
export const PLAN_STEPS = {
  planAtLeast: planAtLeastSteps,
  planSettleEveryone: planSettleEveryoneSteps,
  planSettlement: planSettlementSteps,
} as const satisfies Record<PlanFunction, unknown>;

/** What-ifs by name, step by step; the request and options follow the entries. */
export const WHAT_IF_STEPS = {
  whatIfAdmission: admissionSteps,
  whatIfRealize: realizeSteps,
  whatIfSale: saleSteps,
  whatIfStake: stakeSteps,
} as const satisfies Record<WhatIfFunction, unknown>;

/** What takes a tenth of a second for a million holdings. */
function inOneStep<Args extends readonly unknown[], Result>(run: (...args: Args) => Result) {
  // biome-ignore lint/correctness/useYield: it has one step
  return function* oneStep(...args: Args): Steps<Result> {
    return run(...args);
  };
}
