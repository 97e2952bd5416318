import type { Hex } from "viem";
import { keccak256 } from "viem/utils";

/** Bits of a block's `logsBloom`. */
const BITS = 2048;
/** Bits that each address and topic sets. */
const BITS_EACH = 3;
/** Hex digits of two bytes, of which the lowest eleven bits choose a bit. */
const PAIR = 4;

function hasBit(bloom: Hex, bit: number): boolean {
  const digit = bloom.length - 1 - Math.floor(bit / 4);
  return ((Number.parseInt(bloom[digit] ?? "0", 16) >> (bit % 4)) & 1) === 1;
}

/** Whether a log with this address or topic may be in the block; false only if there is none (Yellow Paper, 4.3.1). */
export function mayHave(bloom: Hex, item: Hex): boolean {
  const hash = keccak256(item).slice(2);
  for (let n = 0; n < BITS_EACH; n++) {
    const bit = Number.parseInt(hash.slice(n * PAIR, (n + 1) * PAIR), 16) % BITS;
    if (!hasBit(bloom, bit)) return false;
  }
  return true;
}
