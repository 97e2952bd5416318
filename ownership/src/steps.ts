/** How far a computation is, in the unit that `total` is counted in. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A computation that can be stopped between two steps, and that says how far it is at each. */
export type Steps<Result> = Generator<Progress, Result, void>;

/** Goes through all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
