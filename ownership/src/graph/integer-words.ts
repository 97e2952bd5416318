/** Whole numbers in a typed array: two's complement, `width` words of 64 bits for each, lowest first. */
export type IntegerWords = BigUint64Array<ArrayBuffer>;

const WORD = 64n;

/** The number at an index from 0. */
export function readInteger(words: IntegerWords, width: number, index: number): bigint {
  const last = index * width + width - 1;
  let value = BigInt.asIntN(64, words[last] as bigint);
  for (let word = last - 1; word > last - width; word--) value = (value << WORD) | (words[word] as bigint);
  return value;
}

/** Stores a number of at most `64 · width − 1` bits besides the sign; who calls has checked that it fits. */
export function writeInteger(words: IntegerWords, width: number, index: number, value: bigint): void {
  let rest = value;
  for (let word = index * width; word < (index + 1) * width; word++) {
    words[word] = rest;
    rest >>= WORD;
  }
}
