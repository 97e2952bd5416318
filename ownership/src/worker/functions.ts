import { connectedProfitOfNetworks, connectedProfitOfPerson } from "../flow/connected-profit.ts";
import { pathsTo } from "../flow/paths-to.ts";
import { directShares } from "../graph/direct-shares.ts";
import { outsideFloat } from "../graph/outside-float.ts";
import { planAtLeast } from "../plan/plan-at-least.ts";
import { planSettleEveryone } from "../plan/plan-settle-everyone.ts";
import { planSettlement } from "../plan/plan-settlement.ts";
import { circlesOf } from "../solve/circles-of.ts";
import { closedSets } from "../solve/closed-sets.ts";
import { valuesOf } from "../solve/values.ts";
import { whatIfAdmission, whatIfRealize, whatIfSale, whatIfStake } from "../what-if/what-if.ts";
import type { GraphFunction, StateFunction } from "./function-names.ts";

/** Functions of the graph that a worker answers by name. */
export const GRAPH_FUNCTIONS = {
  circlesOf,
  closedSets,
  connectedProfitOfNetworks,
  connectedProfitOfPerson,
  directShares,
  outsideFloat,
  pathsTo,
  valuesOf,
} as const satisfies Record<GraphFunction, unknown>;

/** Functions of the state that a worker answers by name; their last argument has the options, and how to watch them. */
export const STATE_FUNCTIONS = {
  planAtLeast,
  planSettleEveryone,
  planSettlement,
  whatIfAdmission,
  whatIfRealize,
  whatIfSale,
  whatIfStake,
} as const satisfies Record<StateFunction, unknown>;
