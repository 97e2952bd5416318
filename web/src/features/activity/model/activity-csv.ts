import { formatUnits } from "viem";
import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";
import { csvText, toCsv } from "../../../lib/csv.ts";
import { displayName } from "../../../lib/names.ts";
import type { ActivityNames } from "./activity-names.ts";

const COLUMNS = [
  "time",
  "block",
  "what",
  "who",
  "who_address",
  "token",
  "token_address",
  "other",
  "other_address",
  "amount",
  "currency",
  "shares",
  "shares_of",
  "in_return",
  "text",
  "transaction",
] as const;

/**
 * What happened as CSV: time in UTC, amounts with every digit, in the currency and in whole shares; empty where there is
 * none.
 */
export function activityCsv(entries: readonly ActivityEntry[], names: ActivityNames): string {
  const { currencySymbol, decimals } = names.protocol;
  const name = (address: string | undefined) => (address ? csvText(displayName(names, address)) : "");
  const rows = entries.map((entry) => [
    new Date(entry.timestamp * 1000).toISOString(),
    String(entry.block),
    entry.support ? `${entry.kind} ${entry.support}` : entry.kind,
    name(entry.actor),
    entry.actor,
    name(entry.token),
    entry.token,
    name(entry.other),
    entry.other ?? "",
    entry.amount === undefined ? "" : formatUnits(entry.amount, decimals),
    entry.amount === undefined ? "" : csvText(currencySymbol),
    entry.shares === undefined ? "" : formatUnits(entry.shares, 18),
    name(entry.sharesOf),
    entry.inReturn === undefined ? "" : formatUnits(entry.inReturn, 18),
    csvText(entry.text ?? ""),
    entry.transaction,
  ]);
  return toCsv(COLUMNS, rows);
}
