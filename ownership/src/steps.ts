/** How far a computation is, in the unit that `total` is counted in. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A computation that can be stopped between two steps, and that says how far it is at each. */
export type Steps<Result> = Generator<Progress, Result, void>;

/** What a computation yields that can't tell how far it is. */
export const UNDER_WAY: Progress = { done: 0, total: 1 };

/** What the stages of a computation are counted in. */
const PERCENT = 100;

/** Goes through all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** A computation as a stage of a longer one, which it takes from `from` to `to` percent. */
export function* stage<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  yield { done: from, total: PERCENT };
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const { done, total } = step.value;
    yield { done: from + Math.floor(((to - from) * done) / total), total: PERCENT };
  }
}
