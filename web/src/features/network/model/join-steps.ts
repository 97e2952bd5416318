import type { StakeStep } from "./stake-steps.ts";

/** Order of all steps that a stake can take, so that a step keeps its number whatever happens to the others. */
const ORDER: readonly StakeStep["key"][] = ["approve-holder", "collect", "allow", "stake"];

/**
 * The steps of a run: those that were done in it stay where they were, and what is still needed stands after them.
 *
 * Collecting is asked for once: a circle pays a little more with every turn, and nobody should sign for each.
 */
export function joinSteps(past: readonly StakeStep[], needed: readonly StakeStep[]): readonly StakeStep[] {
  const done = new Map(past.map((step) => [step.key, step]));
  const open = new Map(needed.map((step) => [step.key, step]));
  return ORDER.flatMap(
    (key) => (key === "collect" ? done.get(key) : undefined) ?? open.get(key) ?? done.get(key) ?? [],
  );
}
