import { useEffect, useState } from "react";
import { isBusy } from "../../transact/transact-state.ts";
import type { Transact } from "../../transact/use-transact.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import type { StakeStep } from "../model/stake-steps.ts";

/** How far the signatures of one stake are. */
export interface StakeProgress {
  /** The step that is under way; undefined when none is. */
  readonly sent: StakeStep | undefined;
  /** Steps that were done here, so that their numbers stay. */
  readonly past: readonly StakeStep[];
  /** What was staked last. */
  readonly staked: StakeMove | undefined;
  /** Remembers what is being signed. */
  readonly noteSent: (step: StakeStep, move: StakeMove) => void;
}

/** Follows the signatures of a stake, one transaction after the other. */
export function useStakeProgress({ state, reset }: Transact): StakeProgress {
  const [sent, setSent] = useState<{ readonly step: StakeStep; readonly move: StakeMove }>();
  const [past, setPast] = useState<readonly StakeStep[]>([]);
  const [staked, setStaked] = useState<StakeMove>();
  const indexed = state.name === "indexed";
  useEffect(() => {
    if (!indexed || sent === undefined) return;
    if (sent.step.key === "stake") {
      setStaked(sent.move);
      setPast([]);
    } else {
      setPast((before) => [...before, { ...sent.step, done: true }]);
    }
    setSent(undefined);
    // The next step starts anew.
    reset();
  }, [indexed, sent, reset]);
  // What was declined or failed is not under way: the next try is made from the form as it is then.
  const underWay = isBusy(state) || indexed;
  return { sent: underWay ? sent?.step : undefined, past, staked, noteSent: (step, move) => setSent({ step, move }) };
}
