/** Halves of words that a balance takes, of which the fourth is 0: 96 bits. */
const HALVES = 4;

/** Balances between two times at which the sums of their halves go into a bigint: 2²⁰ · 2³² is still exact. */
const FLUSHED_EVERY = 2 ** 20;

/** Exact sum of balances, of which each makes no bigint. */
export interface BalanceSum {
  /** Adds the balance at an index of the words that the halves are of. */
  add(index: number): void;
  total(): bigint;
  clear(): void;
}

/** An empty sum; see `halvesOf`. */
export function createBalanceSum(halves: Uint32Array): BalanceSum {
  let [low, middle, high, count] = [0, 0, 0, 0];
  let flushed = 0n;
  const flush = (): void => {
    flushed += BigInt(low) + (BigInt(middle) << 32n) + (BigInt(high) << 64n);
    low = middle = high = count = 0;
  };
  return {
    add: (index) => {
      low += halves[index * HALVES] as number;
      middle += halves[index * HALVES + 1] as number;
      high += halves[index * HALVES + 2] as number;
      count += 1;
      if (count === FLUSHED_EVERY) flush();
    },
    total: () => {
      flush();
      return flushed;
    },
    clear: () => {
      low = middle = high = count = 0;
      flushed = 0n;
    },
  };
}
