import type { FlowColumns } from "../flow/flow-columns.ts";
import type { FlowTurn, TurnLimits } from "../flow/flow-turns.ts";
import type { OwnershipColumns } from "../graph/ownership-columns.ts";
import type { LookThroughColumn } from "../solve/look-through-matrix.ts";
import type { LookThroughRow } from "../solve/look-through-of-account.ts";
import type { TrappedIn } from "../solve/trapped-in.ts";
import type { Progress } from "../steps.ts";
import type { GraphFunction, PlanFunction, WhatIfFunction } from "./function-names.ts";
import type { WhatIfMessage } from "./what-if-message.ts";

/** What can be asked of a worker; each with the kind of answer that it gets. */
export interface Questions {
  /** A new state, which takes the place of the one before. */
  readonly load: { readonly ask: OwnershipColumns; readonly answer: null };
  readonly row: { readonly ask: string; readonly answer: LookThroughRow };
  readonly column: {
    readonly ask: string;
    readonly answer: { readonly column: LookThroughColumn; readonly trappedIn: TrappedIn[] };
  };
  /** Columns of the look-through matrix, from one token to before another. */
  readonly columns: {
    readonly ask: { readonly from: number; readonly to: number };
    readonly answer: LookThroughColumn[];
  };
  readonly flow: {
    readonly ask: { readonly gains: ReadonlyMap<string, bigint>; readonly limits: TurnLimits };
    readonly answer: { readonly columns: FlowColumns; readonly turns: FlowTurn[] };
  };
  /** A function of the graph whose answer is small enough to be copied. */
  readonly graph: {
    readonly ask: { readonly name: GraphFunction; readonly args: readonly unknown[] };
    readonly answer: unknown;
  };
  readonly plan: {
    readonly ask: { readonly name: PlanFunction; readonly args: readonly unknown[] };
    readonly answer: unknown;
  };
  readonly whatIf: {
    readonly ask: { readonly name: WhatIfFunction; readonly args: readonly unknown[] };
    readonly answer: WhatIfMessage;
  };
}

export type Kind = keyof Questions;

/** A question on its way to the worker, or the wish to stop it. */
export type ToWorker =
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly ask: Questions[K]["ask"] } }[Kind]
  | { readonly id: number; readonly kind: "cancel" };

/** An error as it crosses threads: its class by name, its message, and its own fields. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What comes back; the last for each question is an answer or a failure. */
export type FromWorker = { readonly id: number } & (
  | { readonly kind: "progress"; readonly progress: Progress }
  /** `state` is the id of the question that loaded what the answer is about. */
  | { readonly kind: "answer"; readonly answer: unknown; readonly state: number }
  | { readonly kind: "failure"; readonly failure: Failure }
);
