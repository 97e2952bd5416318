import type { Hex } from "viem";

/** A call that a transaction made and that succeeded, at any depth. Addresses and hashes are lower case. */
export interface TracedCall {
  readonly from: Hex;
  readonly to: Hex;
  /** At least the four bytes that choose a function. */
  readonly input: Hex;
  readonly output: Hex;
  readonly blockHash: Hex;
  readonly blockNumber: number;
  readonly transactionHash: Hex;
  readonly transactionIndex: number;
  /** Where in the transaction's tree of calls: none for the outermost, then for each level the number of the call. */
  readonly path: readonly number[];
}

/** Orders the calls of a block as they began. */
export function compareCalls(left: TracedCall, right: TracedCall): number {
  if (left.transactionIndex !== right.transactionIndex) return left.transactionIndex - right.transactionIndex;
  const level = left.path.findIndex((step, index) => step !== right.path[index]);
  if (level === -1) return left.path.length - right.path.length;
  return (left.path[level] ?? 0) - (right.path[level] ?? -1);
}

/** Hex digits of `0x` and a function's selector. */
const SELECTOR_LENGTH = 10;

/** Whether an input chooses a function; plain transfers of value do not. */
export function hasSelector(input: Hex): boolean {
  return input.length >= SELECTOR_LENGTH;
}
