import type { Hex } from "viem";
import type { BlockId, Chain } from "./chain.ts";
import type { BlockHeader } from "./chain-types.ts";
import { compareCalls, type TracedCall } from "./traced-call.ts";

/** Which calls to read. */
export interface CallRequest {
  readonly from: number;
  readonly to: BlockHeader;
  /** Contracts, lower case. */
  readonly callees: readonly Hex[];
  /** The range's blocks that may still change, by number. */
  readonly tail: ReadonlyMap<number, BlockId>;
}

/**
 * The calls of a range by block, those of failed transactions left out.
 * @throws ChainChangedError when a transaction is not in its block any more.
 */
export async function scanCalls(
  chain: Chain,
  { callees, from, tail, to }: CallRequest,
): Promise<ReadonlyMap<number, readonly TracedCall[]>> {
  if (callees.length === 0) return new Map();
  const calls = await chain.calls([...new Set(callees)], from, to, tail);
  const transactions = new Map(calls.map((call) => [call.transactionHash, call]));
  const failed = new Set<Hex>();
  await Promise.all(
    [...transactions].map(async ([hash, { blockHash, blockNumber }]) => {
      const { status } = await chain.receipt(hash, { number: blockNumber, hash: blockHash });
      if (status === 0n) failed.add(hash);
    }),
  );
  return Map.groupBy(
    calls.filter((call) => !failed.has(call.transactionHash)).sort(compareCalls),
    (call) => call.blockNumber,
  );
}
