import { nodeId } from "../graph/token-node.ts";
import type { HopStep } from "./choose-hops.ts";
import type { ClaimStep } from "./claim-set.ts";
import { compressTurns } from "./compress-turns.ts";
import type { Entries } from "./entries.ts";
import { createPacker, type Room } from "./settle-gas.ts";
import type { Hop } from "./simulate-settle.ts";

/** One call of `Settlement.settle`. */
export interface SettleTransaction {
  /** In order; neighbours with the same number of repeats are one turn around a circle. */
  readonly hops: Hop[];
  /** Tokens to claim from. */
  readonly claims: string[];
  /** Who the claims are for; undefined where there are none. */
  readonly account: string | undefined;
  /** What it pays the account when it follows on the ones before it, in wei of the currency: the largest `minPaid`. */
  readonly pays: bigint;
  /** Upper estimate of the gas that it takes. */
  readonly gas: bigint;
}

/** Cuts harvests, then the claims of one account, into as many transactions as they take. */
export function cutIntoTransactions(
  entries: Entries,
  hops: readonly HopStep[],
  claims: readonly ClaimStep[],
  room: Room,
): SettleTransaction[] {
  const packer = createPacker(room);
  const parts: Part[] = [];
  const partAt = (index: number): Part => {
    parts[index] ??= { hops: [], claims: [], gas: room.gas.transaction };
    return parts[index];
  };
  for (const { entry } of hops) {
    if (!packer.addHop(entry)) break;
    const part = partAt(packer.current());
    part.hops.push(entry);
    part.gas += packer.wasFirst() ? room.gas.hop : room.gas.repeat;
  }
  let index = packer.current();
  for (const claim of claims) {
    if (partAt(index).gas + room.gas.claim > room.gasLimit) index += 1;
    const part = partAt(index);
    part.claims.push(claim);
    part.gas += room.gas.claim;
  }
  return parts.map((part) => toTransaction(entries, part));
}

interface Part {
  readonly hops: number[];
  readonly claims: ClaimStep[];
  gas: bigint;
}

function toTransaction(entries: Entries, { hops, claims, gas }: Part): SettleTransaction {
  const first = claims[0];
  return {
    hops: hopsOf(entries, hops),
    claims: claims.map(({ entry }) => nodeId(entries.graph, entries.tokenOf(entry))),
    account: first && nodeId(entries.graph, entries.holderOf(first.entry)),
    pays: claims.reduce((sum, { amount }) => sum + amount, 0n),
    gas,
  };
}

/** Harvests as `settle` takes them. */
export function hopsOf({ graph, holderOf, tokenOf }: Entries, hops: readonly number[]): Hop[] {
  return compressTurns(hops).flatMap(({ block, repeats }) =>
    block.map((entry) => ({
      holder: nodeId(graph, holderOf(entry)),
      source: nodeId(graph, tokenOf(entry)),
      repeats,
    })),
  );
}
