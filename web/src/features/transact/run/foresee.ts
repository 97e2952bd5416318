import { signaturesOf } from "../plan/signatures-of.ts";
import type { TransactPlan } from "../plan/transact-plan.ts";
import type { RunProgress } from "./run-plan.ts";

/** What the wallet is going to ask, where the plan alone tells: it is one call that takes nothing by an allowance. */
export function foresee({ steps }: TransactPlan): RunProgress | undefined {
  const [only] = steps;
  if (steps.length !== 1 || only?.spend) return undefined;
  const signatures = signaturesOf(steps, { allowances: new Map(), canPermit: false, done: new Set() });
  return { signatures, done: new Set(), bundled: false };
}
