import type { Indexer } from "@weft/indexer";
import type { Address, Hex } from "viem";
import { query } from "./query.ts";

/** An entry of a statement as the index has it. Amounts are decimal strings. */
export interface IndexedEntry {
  readonly id: Hex;
  readonly account: { readonly id: Address };
  readonly kind: string;
  readonly token: { readonly id: Address };
  readonly shares: string;
  readonly amount: string;
  readonly balance: string;
  readonly block: string;
  readonly logIndex: number;
}

const PAGE = 1_000;
const ENTRIES = `query Entries($block: Int!, $after: Bytes!) {
  statementEntries(first: ${PAGE}, orderBy: id, where: { id_gt: $after }, block: { number: $block }) {
    id account { id } kind token { id } shares amount balance block logIndex
  }
}`;

/** Reads all entries of all statements as they were at a block, each account's in the order of time. */
export async function readStatements(indexer: Indexer, block: number): Promise<IndexedEntry[]> {
  const entries: IndexedEntry[] = [];
  for (;;) {
    const after = entries.at(-1)?.id ?? "0x";
    const { statementEntries } = await query<{ statementEntries: IndexedEntry[] }>(indexer, ENTRIES, { block, after });
    entries.push(...statementEntries);
    if (statementEntries.length < PAGE) return entries;
  }
}
