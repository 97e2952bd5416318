import { chain } from "../../chain/chain.ts";
import { type CurrencyUnit, currencyUnit } from "../../chain/currency.ts";
import { formatAmount, formatDate, formatDuration } from "../../lib/format.ts";
import type { Explanation } from "./explain-error.ts";

/**
 * Says an error in words, given the values it carries, and the name of the function that was called: undefined when it is not
 * known.
 */
export type RevertWords = (values: readonly unknown[], calledFunction?: string) => Explanation;

/** Shares, in wei, as people read them. */
export function amount(value: unknown): string {
  return typeof value === "bigint" ? formatAmount(value) : String(value);
}

/** What gains are paid in, in wei, as people read it. */
export function money(value: unknown): string {
  return inUnit(value, currencyUnit);
}

/** The chain's own coin, in wei, as people read it. */
export function coin(value: unknown): string {
  return inUnit(value, chain.nativeCurrency);
}

function inUnit(value: unknown, { symbol, decimals }: CurrencyUnit): string {
  return typeof value === "bigint" ? `${formatAmount(value, { decimals })} ${symbol}` : String(value);
}

/** Functions that take the currency from who calls them: what an ERC-20 refuses then is the currency. */
const PAY_IN = new Set(["realize", "distribute"]);

/** Whether the called function pays the currency in. */
export function paysIn(calledFunction: string | undefined): boolean {
  return calledFunction !== undefined && PAY_IN.has(calledFunction);
}

/** A Unix time as people read it. */
export function moment(value: unknown): string {
  return typeof value === "bigint" || typeof value === "number" ? formatDate(value, { time: true }) : String(value);
}

/** A length of time in seconds as people read it. */
export function duration(value: unknown): string {
  return typeof value === "bigint" || typeof value === "number" ? formatDuration(value) : String(value);
}
