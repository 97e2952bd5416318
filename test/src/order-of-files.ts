import { readdirSync } from "node:fs";

/** Multiplier and addend of a linear congruential generator modulo 2^32 (Numerical Recipes, 7.1). */
const NEXT = { multiplier: 1_664_525, addend: 1_013_904_223 } as const;

/**
 * The folder's test files in the order that is wanted: `reversed`, or shuffled by a whole number from 0.
 *
 * @throws when `order` is neither.
 */
export function orderOfFiles(folder: string, order: string): readonly string[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".spec.ts"))
    .sort();
  if (order === "reversed") return files.reverse();
  if (!/^\d{1,9}$/.test(order)) {
    throw new Error(`FILES=${order} is no order: it can be "reversed", or a whole number to shuffle by.`);
  }
  return shuffled(files, Number(order));
}

/** Fisher and Yates' shuffle; the same seed gives the same order. */
function shuffled(items: readonly string[], seed: number): readonly string[] {
  const result = [...items];
  let state = seed;
  for (let end = result.length - 1; end > 0; end--) {
    state = (Math.imul(state, NEXT.multiplier) + NEXT.addend) >>> 0;
    const at = Math.floor((state / 2 ** 32) * (end + 1));
    [result[end], result[at]] = [result[at] as string, result[end] as string];
  }
  return result;
}
