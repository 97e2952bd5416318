/** Numbers that look random and are the same for the same seed. */
export interface Draw {
  /** A whole number from 0 to below `range`. */
  number(range: number): number;
  /** Whether something with these odds happens: once in so many times. */
  once(times: number): boolean;
  /** A whole number from 1 to `most`, of any size: small ones are as likely as large ones. */
  amount(most: bigint): bigint;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
}

/** A sequence of draws (Mulberry32). */
export function createDraw(seed: number): Draw {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const number = (range: number): number => next() % range;
  const bits = (count: number): bigint => {
    let value = 0n;
    for (let have = 0; have < count; have += 32) value = (value << 32n) | BigInt(next());
    return value & ((1n << BigInt(count)) - 1n);
  };
  return {
    number,
    once: (times) => number(times) === 0,
    amount: (most) => {
      const size = 1 + number(most.toString(2).length);
      return 1n + (bits(size) % most);
    },
    of: (list) => list[number(list.length)] as (typeof list)[number],
  };
}
