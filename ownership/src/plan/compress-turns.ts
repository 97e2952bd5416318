/** A block of steps that is carried out so many times, one after the other. */
export interface Turns<T> {
  readonly block: readonly T[];
  readonly repeats: number;
}

/** Longest block that is looked for; a circle of more hops is written out. */
const MAX_BLOCK = 64;

/**
 * Writes a sequence as blocks that repeat, so that turns around a circle take less calldata.
 *
 * Neighbouring blocks never have the same number of repeats above one, because `settle` takes neighbours with the same
 * number for one block.
 */
export function compressTurns<T>(steps: readonly T[]): Turns<T>[] {
  const turns: Turns<T>[] = [];
  for (let at = 0; at < steps.length; ) {
    const found = bestTurns(steps, at, turns.at(-1)?.repeats);
    turns.push(found);
    at += found.block.length * found.repeats;
  }
  return turns;
}

/** The block from `at` on that spares most steps; a single step when none repeats. */
function bestTurns<T>(steps: readonly T[], at: number, taken: number | undefined): Turns<T> {
  let [length, repeats] = [1, 1];
  for (let size = 1; size <= Math.min(MAX_BLOCK, steps.length - at); size++) {
    let count = countRepeats(steps, at, size);
    if (count === taken) count -= 1;
    if ((count - 1) * size > (repeats - 1) * length) [length, repeats] = [size, count];
  }
  return { block: steps.slice(at, at + length), repeats };
}

function countRepeats<T>(steps: readonly T[], at: number, size: number): number {
  let end = at + size;
  while (end < steps.length && steps[end] === steps[end - size]) end += 1;
  return Math.floor((end - at) / size);
}
