export type { Control } from "./control.ts";
export * from "./errors.ts";
export {
  add as addFractions,
  divide as divideFractions,
  type Fraction,
  fraction,
  multiply as multiplyFractions,
  subtract as subtractFractions,
  toNumber,
} from "./exact/fraction.ts";
export { type LookThroughExact, lookThroughExact } from "./exact/look-through-exact.ts";
export { bookValueExact } from "./exact/values-exact.ts";
export { type Amounts, amountAt, type NodeAmounts } from "./flow/amounts.ts";
export {
  connectedProfitOfNetworks,
  connectedProfitOfPerson,
  type PersonalProfit,
} from "./flow/connected-profit.ts";
export type { FlowColumns } from "./flow/flow-columns.ts";
export { type Flow, type FlowEdge, flowOf } from "./flow/flow-of.ts";
export type { FlowTurn, TurnLimits } from "./flow/flow-turns.ts";
export { type OwnershipPath, type PathLimits, pathsTo } from "./flow/paths-to.ts";
export { buildGraph, buildGraphOfColumns } from "./graph/build-graph.ts";
export { type DirectShare, directShareExact, directShares } from "./graph/direct-shares.ts";
export { INCOME_PER_SHARE_BITS, MAX_TOTAL_SUPPLY, MIN_ELIGIBLE_SUPPLY, UNLISTED_HOLDER } from "./graph/limits.ts";
export { outsideFloat } from "./graph/outside-float.ts";
export { columnsOf, type HoldingColumns, type OwnershipColumns, stateOf } from "./graph/ownership-columns.ts";
export {
  edgeBalance,
  type HoldingState,
  type OwnershipGraph,
  type OwnershipState,
  type TokenState,
} from "./graph/ownership-graph.ts";
export { accrue, accrueStream, claimableOf, type StreamState } from "./plan/accrual.ts";
export type { HarvestFailure } from "./plan/ledger.ts";
export { MAX_INCOME, MAX_INCOME_PER_SHARE } from "./plan/limits.ts";
export { type AtLeastPlan, planAtLeast } from "./plan/plan-at-least.ts";
export { type EveryoneOptions, type EveryonePlan, planSettleEveryone } from "./plan/plan-settle-everyone.ts";
export { type PlanOptions, planSettlement, type SettlementPlan, type SettleStep } from "./plan/plan-settlement.ts";
export { costsOfGas, type SettleCosts } from "./plan/settle-costs.ts";
export { SETTLE_GAS, type SettleGas, TRANSACTION_GAS_LIMIT } from "./plan/settle-gas.ts";
export { type SettleState, type SettleToken, stateAt, tokenAt } from "./plan/settle-state.ts";
export {
  type Hop,
  type HopFailure,
  type HopResult,
  type SettleResult,
  simulateSettle,
} from "./plan/simulate-settle.ts";
export type { PaidPath } from "./plan/trace-paths.ts";
export type { SettleTransaction } from "./plan/transactions.ts";
export { type Circle, circlesOf } from "./solve/circles-of.ts";
export { type ClosedReason, type ClosedSet, closedSets } from "./solve/closed-sets.ts";
export { type LookThroughColumn, lookThroughMatrix, type MatrixOptions } from "./solve/look-through-matrix.ts";
export { type LookThroughShare, lookThroughOfAccount } from "./solve/look-through-of-account.ts";
export { type LookThroughOfToken, lookThroughOfToken } from "./solve/look-through-of-token.ts";
export type { TrappedIn } from "./solve/trapped-in.ts";
export { amplification, bookValue, finalValue, type OutsideValues, type Values, valuesOf } from "./solve/values.ts";
export {
  afterRealize,
  afterSale,
  afterStake,
  type RealizeRequest,
  type SaleRequest,
  type StakeRequest,
} from "./what-if/after.ts";
export type { ClaimableChange, DueChange } from "./what-if/compare-money.ts";
export type { ShareChange } from "./what-if/compare-shares.ts";
export type { AdmissionRequest, AdmissionTerms, WhatIfOptions } from "./what-if/request.ts";
export { type WhatIf, whatIfAdmission, whatIfRealize, whatIfSale, whatIfStake } from "./what-if/what-if.ts";
export { type ColumnRange, createOwnershipClient, type OwnershipClient } from "./worker/client.ts";
export type { ClientControl } from "./worker/connection.ts";
export type { WorkerLike } from "./worker/port.ts";
