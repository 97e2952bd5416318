import { useEffect, useRef } from "react";
import { useSettled } from "../../lib/use-settled.ts";
import type { TransactPlan } from "./plan/transact-plan.ts";
import type { Transact } from "./use-transact.ts";

/** States in which a new check takes nothing away from the reader. */
const OPEN: ReadonlySet<string> = new Set(["idle", "checking", "ready", "would-fail", "no-wallet", "wrong-network"]);
/** States whose words are about the plan as it was: old once it says something else. */
const ANSWERED: ReadonlySet<string> = new Set(["rejected", "failed"]);

/**
 * Asks the chain about a plan as soon as it has settled, and again when it, the wallet's account or its chain changes.
 *
 * @param plan Has to keep its identity while nothing in it changes.
 * @param wallet What stands for the connected account and its chain; nothing is asked without one.
 */
export function useAutoCheck(transact: Transact, plan: TransactPlan | undefined, wallet: string | undefined): void {
  const { check, state, reset, about } = transact;
  const asked = useRef(wallet);
  const settled = useSettled(plan);
  const idle = state.name === "idle";
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the plan or the wallet changes and after a reset, not when the answer comes
  useEffect(() => {
    // Somebody is typing, or has sent the plan before it settled.
    if (settled !== plan) return;
    const same = about === plan && asked.current === wallet;
    asked.current = wallet;
    if (same && !idle) return;
    if (ANSWERED.has(state.name)) reset();
    if (!OPEN.has(state.name)) return;
    if (plan !== undefined && wallet !== undefined) void check(plan);
    else if (!idle) reset();
  }, [settled, wallet, check, idle]);
}
