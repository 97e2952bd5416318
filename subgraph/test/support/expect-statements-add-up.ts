import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { type Address, parseEventLogs, zeroAddress } from "viem";
import { expect } from "vitest";
import { query } from "./query.ts";
import { type IndexedEntry, readStatements } from "./read-statements.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";

interface Book {
  readonly accounts: readonly { readonly id: Address; readonly totalClaimed: string; readonly totalPaid: string }[];
  readonly holdings: readonly {
    readonly token: { readonly id: Address };
    readonly holder: { readonly id: Address };
    readonly balance: string;
  }[];
  readonly equityTokens: readonly { readonly id: Address }[];
}

const BOOK = `query Book($block: Int!) {
  accounts(first: 1000, block: { number: $block }) { id totalClaimed totalPaid }
  holdings(first: 1000, block: { number: $block }) { token { id } holder { id } balance }
  equityTokens(first: 1000, block: { number: $block }) { id }
}`;

/**
 * Expects that, at a block, every movement of shares and currency is on the statement of each side exactly once, and that
 * statements add up: shares to balances, after each entry; amounts to what was claimed less what was paid.
 */
export async function expectStatementsAddUp(world: IndexedChain, block: number): Promise<void> {
  const book = await query<Book>(world.indexer, BOOK, { block });
  const entries = await readStatements(world.indexer, block);
  const balances = expectRunningBalances(entries);
  for (const { token, holder, balance } of book.holdings) {
    expect(balances.get(`${holder.id} ${token.id}`) ?? 0n, `${holder.id} holding ${token.id}`).toBe(BigInt(balance));
  }
  for (const { id, totalClaimed, totalPaid } of book.accounts) {
    const own = entries.filter(({ account }) => account.id === id);
    const amount = own.reduce((sum, entry) => sum + BigInt(entry.amount), 0n);
    expect(amount, id).toBe(BigInt(totalClaimed) - BigInt(totalPaid));
  }
  const tokens = book.equityTokens.map(({ id }) => id);
  const told = entries.map(({ account, token, shares, amount }) => lineOf(account.id, token.id, shares, amount));
  expect(told.sort()).toEqual((await movementsOnChain(world, tokens, block)).sort());
}

function expectRunningBalances(entries: readonly IndexedEntry[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { id, account, token, shares, amount, balance, kind } of entries) {
    const key = `${account.id} ${token.id}`;
    const after = (balances.get(key) ?? 0n) + BigInt(shares);
    expect(String(after), `${kind} ${id}`).toBe(balance);
    expect(
      [shares, amount].filter((moved) => moved !== "0"),
      `${kind} ${id}`,
    ).toHaveLength(1);
    balances.set(key, after);
  }
  return balances;
}

const lineOf = (account: Address, token: Address, shares: bigint | string, amount: bigint | string) =>
  `${account.toLowerCase()} ${token.toLowerCase()} ${shares} shares ${amount} wei`;

/** Who received or gave shares and currency of which token, from the contracts' events. */
async function movementsOnChain({ session }: IndexedChain, tokens: Address[], block: number): Promise<string[]> {
  const logs = await session.client.getLogs({ address: tokens, fromBlock: 0n, toBlock: BigInt(block) });
  const lines: string[] = [];
  for (const event of parseEventLogs({ abi: [...personalTokenAbi, ...networkTokenAbi], logs })) {
    const token = event.address;
    if (event.eventName === "Transfer") {
      const { from, to, value } = event.args;
      if (value === 0n || from === to) continue;
      if (from !== zeroAddress) lines.push(lineOf(from, token, -value, 0n));
      if (to !== zeroAddress) lines.push(lineOf(to, token, value, 0n));
    } else if (event.eventName === "Claimed") lines.push(lineOf(event.args.account, token, 0n, event.args.amount));
    else if (event.eventName === "Realized") lines.push(lineOf(event.args.person, token, 0n, -event.args.amount));
    else if (event.eventName === "Donated" && event.args.source.toLowerCase() !== token.toLowerCase()) {
      lines.push(lineOf(event.args.source, token, 0n, -event.args.amount));
    }
  }
  return lines;
}
