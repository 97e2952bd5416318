import { type Address, zeroAddress } from "viem";
import { expect } from "vitest";
import { readFlow } from "./read-flow.ts";
import { replayIncome, UNIT } from "./replay-income.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";

/**
 * Expects that, at a block, income by origin and way is what following each event by hand makes of it. Parts are whole
 * wei: each payment to a treasury may move less than a wei for each origin from one origin to another.
 */
export async function expectFlowEqualsReplay({ indexer, session }: IndexedChain, block: number): Promise<void> {
  const flow = await readFlow(indexer, block);
  const tokens = flow.equityTokens.map(({ id }) => id);
  const { amounts, claims } = await replayIncome(session, tokens, block);
  const indexed = new Map(
    flow.connectedProfits.map(({ token, via, origin, amount }) => [
      `${token.id} ${via.id} ${origin?.id ?? zeroAddress}`,
      BigInt(amount) * UNIT,
    ]),
  );
  const origins = new Set<Address>(flow.connectedProfits.map(({ origin }) => origin?.id ?? zeroAddress)).size;
  const tolerance = BigInt(origins * claims) * UNIT;
  for (const way of new Set([...amounts.keys(), ...indexed.keys()])) {
    const difference = (indexed.get(way) ?? 0n) - (amounts.get(way) ?? 0n);
    expect(difference < 0n ? -difference : difference, `${way} at block ${block}`).toBeLessThanOrEqual(tolerance);
  }
}
