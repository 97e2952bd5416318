import { useEffect, useRef, useState } from "react";
import { isBusy } from "../../transact/transact-state.ts";
import type { Transact } from "../../transact/use-transact.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";

/** A claim that was sent. */
export interface SentClaim {
  /** In the order in which they were sent. */
  readonly hashes: readonly `0x${string}`[];
  /** Transactions that the plan takes. */
  readonly count: number;
  /** What was quoted when the first was signed, in wei of the currency. */
  readonly quote: bigint;
}

/** What was quoted when a claim was sent, once all of its transactions are in a block. */
export function useSentClaim({ state }: Transact, plan: ClaimPlan | undefined): SentClaim | undefined {
  const [sent, setSent] = useState<SentClaim>();
  const hash = state.name === "pending" ? state.hash : undefined;
  // Between two transactions of a claim the next is checked: that ends nothing.
  const ended = !isBusy(state) && state.name !== "checking" && state.name !== "idle";
  const sending = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan of the moment it was sent
  useEffect(() => {
    if (ended) sending.current = false;
    if (hash === undefined) return;
    const goesOn = sending.current;
    sending.current = true;
    setSent((before) => {
      if (goesOn && before) return { ...before, hashes: [...before.hashes, hash] };
      return plan && { hashes: [hash], count: plan.transactions.length, quote: plan.quote };
    });
  }, [hash, ended]);
  const isOver = state.name === "confirmed" || state.name === "indexed";
  return isOver && sent?.hashes.length === sent?.count ? sent : undefined;
}
