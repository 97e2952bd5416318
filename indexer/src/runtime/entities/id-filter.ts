/** Bits of the filter: 8 MB, which tell five million ids from others with one mistake in a hundred. */
const BITS = 1 << 26;
const PROBES = 4;

/** A set of texts that may take one for a member that is none, but never the other way round (Bloom, 1970). */
export interface IdFilter {
  add(id: string): void;
  mayHave(id: string): boolean;
}

/** Two independent 32-bit hashes, from which all probes are made. */
function hash(text: string): readonly [number, number] {
  let first = 0x811c9dc5;
  let second = 0x2545f491;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code ^ (second >>> 15), 0x85ebca6b);
  }
  return [mix(first), mix(second) | 1];
}

/** Lets every bit depend on every other (the last step of MurmurHash3): long runs of equal characters leave patterns. */
function mix(hashed: number): number {
  let value = hashed ^ (hashed >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Starts empty; takes no more memory however many ids are added. */
export function createIdFilter(): IdFilter {
  const words = new Uint32Array(BITS / 32);
  const bitOf = ([first, second]: readonly [number, number], probe: number): number =>
    (first + probe * (second >>> 0)) % BITS;
  return {
    add(id) {
      const hashes = hash(id);
      for (let probe = 0; probe < PROBES; probe++) {
        const bit = bitOf(hashes, probe);
        words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
    },
    mayHave(id) {
      const hashes = hash(id);
      for (let probe = 0; probe < PROBES; probe++) {
        const bit = bitOf(hashes, probe);
        if (((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
      }
      return true;
    },
  };
}
