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

/** What a spreadsheet takes for the beginning of a formula; names are written by strangers. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The rows of the graph's table as CSV after RFC 4180: shares in wei, parts from 0 to 1, empty where a treasury passes
 * everything on or a pool has no part; the block and its time in UTC in every line.
 */
export function csvOf(rows: readonly TableRow[], { block, timestamp }: FileMoment): string {
  const time = timestamp === 0 ? "" : new Date(timestamp * 1000).toISOString();
  const lines = rows.map((row) => [
    text(row.tokenName),
    row.token,
    text(row.name),
    row.holder,
    String(row.balance),
    String(row.directly),
    typeof row.inTheEnd === "number" ? String(row.inTheEnd) : "",
    String(block),
    time,
  ]);
  return [COLUMNS, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

function text(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
