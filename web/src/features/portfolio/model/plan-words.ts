import type { SettleStep } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";

/** One step of a plan in words; the amount stands apart. */
export interface StepWords {
  readonly key: string;
  readonly text: string;
  /** In wei of the currency. */
  readonly amount: bigint;
}

/** The steps of a plan in words: "Trio collects from Ada Okafor". `you` is how the account is called. */
export function stepWords(
  snapshot: OwnershipSnapshot,
  steps: readonly SettleStep[],
  you: string,
): readonly StepWords[] {
  return steps.map((step, index) => ({
    key: `${index} ${step.kind}`,
    text:
      step.kind === "harvest"
        ? `${displayName(snapshot, step.holder)} collects from ${displayName(snapshot, step.source)}`
        : `${you} from ${displayName(snapshot, step.token)}`,
    amount: step.amount,
  }));
}

/** The stations of a way that money takes, the account last; a single text when ways are added up. */
export function pathWords(snapshot: OwnershipSnapshot, path: readonly string[], you: string): readonly string[] {
  if (path.length === 0) return ["Smaller ways together"];
  return [...path.slice(0, -1).map((address) => displayName(snapshot, address)), you];
}
