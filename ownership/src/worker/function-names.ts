/** Names of the functions of the graph that a worker answers; their first argument is the worker's graph. */
export const GRAPH_FUNCTION_NAMES = [
  "circlesOf",
  "closedSets",
  "connectedProfitOfNetworks",
  "connectedProfitOfPerson",
  "directShares",
  "outsideFloat",
  "pathsTo",
  "valuesOf",
] as const;

/**
 * Names of the functions of the state that a worker answers, with the number of arguments between the state, which is
 * the worker's, and the options.
 */
export const STATE_FUNCTION_ARGUMENTS = {
  planAtLeast: 2,
  planSettleEveryone: 0,
  planSettlement: 1,
  whatIfAdmission: 1,
  whatIfRealize: 1,
  whatIfSale: 1,
  whatIfStake: 1,
} as const;

export type GraphFunction = (typeof GRAPH_FUNCTION_NAMES)[number];
export type StateFunction = keyof typeof STATE_FUNCTION_ARGUMENTS;
