import { personalTokenAbi } from "@weft/abis";
import { expect } from "vitest";
import { query } from "./query.ts";
import type { IndexedHolding, IndexedToken } from "./read-index.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";
import { claimableAt } from "./stream.ts";

/** Claimables are compared so many seconds after the block too, as if nothing happened until then. */
const LATER = 1_000_003n;
/** Bytes of calls that are put into one: what carries them is code to be created, whose size is limited. */
const BATCH_BYTES = 4_096;

const LEDGER = `query Ledger($block: Int!) {
  equityTokens(first: 1000, block: { number: $block }) {
    id symbol totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual totalIncome totalClaimed
  }
  holdings(first: 1000, block: { number: $block }) { token { id } holder { id } class balance debt claimed }
}`;

interface Ledger {
  readonly equityTokens: readonly IndexedToken[];
  readonly holdings: readonly IndexedHolding[];
}

const sum = (amounts: readonly string[]): string => String(amounts.reduce((total, each) => total + BigInt(each), 0n));

/**
 * Expects, at every block from `first` to `last`, that what every holder can claim, at that moment and later, follows from
 * indexed fields alone to the wei; that balances add up to supplies; and that incomes less claims are what is held.
 */
export async function expectEveryClaimable(world: IndexedChain, first: number, last: number): Promise<void> {
  for (let block = first; block <= last; block += 1) {
    const ledger = await query<Ledger>(world.indexer, LEDGER, { block });
    for (const token of ledger.equityTokens) expectSums(token, ledger.holdings, block);
    await expectAmountsOnChain(world, ledger, block);
  }
}

function expectSums(token: IndexedToken, all: readonly IndexedHolding[], block: number): void {
  const holdings = all.filter((holding) => holding.token.id === token.id);
  const balances = (of: readonly IndexedHolding[]) => sum(of.map(({ balance }) => balance));
  expect(
    {
      totalSupply: balances(holdings),
      eligibleSupply: balances(holdings.filter((holding) => holding.class !== "EXCLUDED")),
      treasuryHeld: balances(holdings.filter((holding) => holding.class === "TREASURY")),
      totalClaimed: sum(holdings.map(({ claimed }) => claimed)),
    },
    `${token.symbol} at block ${block}`,
  ).toEqual({
    totalSupply: token.totalSupply,
    eligibleSupply: token.eligibleSupply,
    treasuryHeld: token.treasuryHeld,
    totalClaimed: token.totalClaimed,
  });
}

async function expectAmountsOnChain({ session: { client } }: IndexedChain, ledger: Ledger, block: number) {
  const blockNumber = BigInt(block);
  const { timestamp } = await client.getBlock({ blockNumber });
  const tokens = new Map(ledger.equityTokens.map((token) => [token.id, token]));
  const expected: bigint[] = [];
  const contracts: { address: `0x${string}`; abi: typeof personalTokenAbi; functionName: string; args: unknown[] }[] =
    [];
  const ask = (address: `0x${string}`, functionName: string, args: unknown[], answer: bigint) => {
    contracts.push({ address, abi: personalTokenAbi, functionName, args });
    expected.push(answer);
  };
  for (const { id, totalSupply, totalIncome, totalClaimed } of ledger.equityTokens) {
    ask(id, "totalSupply", [], BigInt(totalSupply));
    ask(id, "accounted", [], BigInt(totalIncome) - BigInt(totalClaimed));
  }
  for (const holding of ledger.holdings) {
    const token = tokens.get(holding.token.id) as IndexedToken;
    ask(token.id, "claimable", [holding.holder.id], claimableAt(holding, token, timestamp));
    const later = timestamp + LATER;
    ask(token.id, "claimableAt", [holding.holder.id, later], claimableAt(holding, token, later));
  }
  if (contracts.length === 0) return;
  const options = { allowFailure: false, deployless: true, batchSize: BATCH_BYTES, blockNumber } as const;
  const answers = (await client.multicall({ ...options, contracts: contracts as never })) as readonly bigint[];
  const wrong = contracts.flatMap(({ address, functionName, args }, index) =>
    answers[index] === expected[index]
      ? []
      : [`${functionName}(${args}) of ${address}: ${answers[index]} on the chain, ${expected[index]} by the index`],
  );
  expect(wrong, `at block ${block}`).toEqual([]);
}
