/**
 * Names of the functions of the graph that a worker answers, with the number of arguments after the graph, which is the
 * worker's.
 */
export const GRAPH_FUNCTION_ARGUMENTS = {
  circlesOf: 0,
  closedSets: 1,
  connectedProfitOfNetworks: 2,
  connectedProfitOfPerson: 3,
  directShares: 1,
  outsideFloat: 0,
  pathsTo: 3,
  valuesOf: 1,
} as const;

/** Names of the plans that a worker makes, with the number of arguments between the state, which is the worker's, and the options. */
export const PLAN_ARGUMENTS = {
  planAtLeast: 2,
  planSettleEveryone: 0,
  planSettlement: 1,
} as const;

/** The same for what a worker says that something would change. */
export const WHAT_IF_ARGUMENTS = {
  whatIfAdmission: 1,
  whatIfRealize: 1,
  whatIfSale: 1,
  whatIfStake: 1,
} as const;

export type GraphFunction = keyof typeof GRAPH_FUNCTION_ARGUMENTS;
export type PlanFunction = keyof typeof PLAN_ARGUMENTS;
export type WhatIfFunction = keyof typeof WHAT_IF_ARGUMENTS;
