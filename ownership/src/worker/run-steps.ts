import { AbortedError } from "../errors.ts";
import type { Progress, Steps } from "../steps.ts";

/** How long a worker computes before it looks at its messages, in milliseconds. */
const SLICE = 50;

/** A computation that others can stop. */
export interface Job {
  cancelled: boolean;
}

/**
 * Goes through the steps in slices, between which messages come in: questions of others, and the wish to stop this one,
 * upon which it throws AbortedError.
 *
 * @param slice Milliseconds between looks at messages.
 */
export async function runSteps<Result>(
  steps: Steps<Result>,
  job: Job,
  onProgress: (progress: Progress) => void,
  slice: number = SLICE,
): Promise<Result> {
  let sliceEnds = performance.now() + slice;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    onProgress(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (job.cancelled) {
      steps.return(undefined as never);
      throw new AbortedError("The question", step.value.done, step.value.total);
    }
    sliceEnds = performance.now() + slice;
  }
}
