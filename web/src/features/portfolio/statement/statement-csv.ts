import { formatUnits } from "viem";
import type { Statement } from "../../../data/statement.ts";
import { csvText, toCsv } from "../../../lib/csv.ts";
import { displayName } from "../../../lib/names.ts";
import { entryText } from "./entry-words.ts";
import type { Days } from "./period.ts";
import type { StatementView } from "./statement-view.ts";
import type { StatementContext } from "./use-statement.ts";

const COLUMNS = [
  "time",
  "block",
  "kind",
  "what",
  "token",
  "token_address",
  "other",
  "other_address",
  "shares",
  "shares_after",
  "amount",
  "money_after",
  "currency",
  "text",
  "transaction",
] as const;

/**
 * A statement as CSV: a line for every opening balance, every entry and every closing balance. Times are in UTC, shares and
 * amounts have every digit, below zero where they went out; the shares of a token’s lines add up to its closing balance,
 * and so do the amounts.
 */
export function statementCsv(view: StatementView, context: StatementContext): string {
  const { currencySymbol, decimals } = context.protocol;
  const name = (address: string | undefined) => (address ? csvText(displayName(context, address)) : "");
  const money = (wei: bigint) => formatUnits(wei, decimals);
  const shares = (wei: bigint) => formatUnits(wei, 18);
  const currency = csvText(currencySymbol);
  const balanceOfMoney = (kind: "OPENING" | "CLOSING", words: string) => {
    const balance = money(kind === "OPENING" ? view.money.opening : view.money.closing);
    const moved = kind === "OPENING" ? balance : "";
    return ["", "", kind, words, "", "", "", "", "", "", moved, balance, currency, "", ""];
  };
  const balances = (kind: "OPENING" | "CLOSING", words: string) => [
    ...view.tokens.map((summary) => {
      const balance = shares(kind === "OPENING" ? summary.opening : summary.closing);
      const moved = kind === "OPENING" ? balance : "";
      return ["", "", kind, words, name(summary.token), summary.token, "", "", moved, balance, "", "", "", "", ""];
    }),
    balanceOfMoney(kind, words),
  ];
  const lines = view.lines.map(({ entry, moneyAfter }) => [
    new Date(entry.timestamp * 1000).toISOString(),
    String(entry.block),
    entry.kind,
    csvText(entryText(entry, (address) => displayName(context, address))),
    name(entry.token),
    entry.token,
    name(entry.other),
    entry.other ?? "",
    entry.shares === 0n ? "" : shares(entry.shares),
    entry.shares === 0n ? "" : shares(entry.balance),
    entry.amount === 0n ? "" : money(entry.amount),
    entry.amount === 0n ? "" : money(moneyAfter),
    entry.amount === 0n ? "" : currency,
    csvText(entry.text),
    entry.transaction,
  ]);
  return toCsv(COLUMNS, [
    ...balances("OPENING", "Opening balance"),
    ...lines,
    ...balances("CLOSING", "Closing balance"),
  ]);
}

/** Name of the file: whose, and of which days. */
export function statementFileName({ account }: Pick<Statement, "account">, { first, last }: Days): string {
  return `weft-statement-${account}-${first}-to-${last}.csv`;
}
