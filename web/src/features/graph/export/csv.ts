import { csvText, toCsv } from "../../../lib/csv.ts";
import type { TableRow } from "../model/table-rows.ts";

/** As of when a file is: a block and its Unix time, 0 where that is not known. */
export type FileMoment = { readonly block: number; readonly timestamp: number };

const COLUMNS = [
  "token",
  "token_address",
  "holder",
  "holder_address",
  "shares_wei",
  "direct_share",
  "share_in_the_end",
  "block",
  "block_time",
] as const;

/**
 * The rows of the graph's table as CSV after RFC 4180: shares in wei, parts from 0 to 1, empty where a treasury passes
 * everything on or a pool has no part; the block and its time in UTC in every line.
 */
export function csvOf(rows: readonly TableRow[], { block, timestamp }: FileMoment): string {
  const time = timestamp === 0 ? "" : new Date(timestamp * 1000).toISOString();
  const lines = rows.map((row) => [
    csvText(row.tokenName),
    row.token,
    csvText(row.name),
    row.holder,
    String(row.balance),
    String(row.directly),
    typeof row.inTheEnd === "number" ? String(row.inTheEnd) : "",
    String(block),
    time,
  ]);
  return toCsv(COLUMNS, lines);
}
