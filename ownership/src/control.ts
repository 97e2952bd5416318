import { AbortedError } from "./errors.ts";
import type { Steps } from "./steps.ts";

/** How a long computation is watched and stopped. Both are looked at between its steps, some milliseconds apart. */
export interface Control {
  /** An AbortSignal, or anything that becomes `aborted`; the computation then throws AbortedError. */
  readonly signal?: { readonly aborted: boolean };
  /** Told how many of all parts are done; parts take different times. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Throws AbortedError when the computation `what` is to stop; else tells how far it is. */
export function checkpoint({ signal, onProgress }: Control, what: string, done: number, total: number): void {
  if (signal?.aborted) throw new AbortedError(what, done, total);
  onProgress?.(done, total);
}

/** Goes through the steps of the computation `what`, and looks at the control at each. Throws AbortedError. */
export function finishWatched<Result>(steps: Steps<Result>, { signal, onProgress }: Control, what: string): Result {
  let [toldDone, toldTotal] = [-1, -1];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const { done, total } = step.value;
    if (signal?.aborted) throw new AbortedError(what, done, total);
    if (done === toldDone && total === toldTotal) continue;
    [toldDone, toldTotal] = [done, total];
    onProgress?.(done, total);
  }
}
