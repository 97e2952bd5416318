/** Most places that the slider has: more can't be told apart, and a key press should lead somewhere. */
const MOST_STEPS = 1_000;

/** Blocks from one place of the slider to the next. */
export function blockStep(first: number, last: number): number {
  return Math.max(1, Math.floor((last - first) / MOST_STEPS));
}

/** A block within what is indexed; undefined for the newest, which moves on. */
export function blockOf(value: number, first: number, last: number): number | undefined {
  // The slider's last place may lie short of the newest block by less than a step.
  return value > last - blockStep(first, last) ? undefined : Math.max(value, first);
}
