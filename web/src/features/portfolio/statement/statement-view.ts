import type { StatementEntry } from "../../../data/statement.ts";
import type { Address } from "../../../lib/address.ts";
import type { Period } from "./period.ts";

/** An entry, and how much money there was in all behind it. */
export interface StatementLine {
  readonly entry: StatementEntry;
  /** Received less paid in since the beginning, this entry included, in wei of the currency. */
  readonly moneyAfter: bigint;
}

/** What a period did to one token of an account. */
export interface TokenSummary {
  readonly token: Address;
  /** Shares before and after the period, and what came in and went out in it, in wei of the token. */
  readonly opening: bigint;
  readonly cameIn: bigint;
  readonly wentOut: bigint;
  readonly closing: bigint;
  /** Money that this token paid in the period, and that was paid into it, in wei of the currency. */
  readonly received: bigint;
  readonly paid: bigint;
}

/** The money of an account over a period, in wei of the currency. */
export interface MoneySummary {
  /** Received less paid in since the beginning, before and after the period. */
  readonly opening: bigint;
  readonly closing: bigint;
  readonly received: bigint;
  readonly paid: bigint;
}

/** A statement of one period. */
export interface StatementView {
  /** Oldest first. */
  readonly lines: readonly StatementLine[];
  /** Tokens that the account had or that did something in the period, as they first came. */
  readonly tokens: readonly TokenSummary[];
  readonly money: MoneySummary;
}

/** The statement of a period: opening balances, entries with running sums, closing balances, all to the wei. */
export function statementView(entries: readonly StatementEntry[], { start, end }: Period): StatementView {
  const tokens = new Map<Address, TokenSummary>();
  const lines: StatementLine[] = [];
  let money: MoneySummary = { opening: 0n, closing: 0n, received: 0n, paid: 0n };
  for (const entry of entries) {
    if (entry.timestamp >= end) continue;
    const inPeriod = entry.timestamp >= start;
    tokens.set(entry.token, withEntry(tokens.get(entry.token) ?? emptySummary(entry.token), entry, inPeriod));
    money = withAmount(money, entry.amount, inPeriod);
    if (inPeriod) lines.push({ entry, moneyAfter: money.closing });
  }
  return { lines, tokens: [...tokens.values()].filter(hasSomething), money };
}

function emptySummary(token: Address): TokenSummary {
  return { token, opening: 0n, cameIn: 0n, wentOut: 0n, closing: 0n, received: 0n, paid: 0n };
}

function withEntry(summary: TokenSummary, { shares, amount }: StatementEntry, inPeriod: boolean): TokenSummary {
  const closing = summary.closing + shares;
  if (!inPeriod) return { ...summary, opening: closing, closing };
  return {
    ...summary,
    closing,
    cameIn: summary.cameIn + above(shares),
    wentOut: summary.wentOut + above(-shares),
    received: summary.received + above(amount),
    paid: summary.paid + above(-amount),
  };
}

function withAmount(money: MoneySummary, amount: bigint, inPeriod: boolean): MoneySummary {
  const closing = money.closing + amount;
  if (!inPeriod) return { ...money, opening: closing, closing };
  return { ...money, closing, received: money.received + above(amount), paid: money.paid + above(-amount) };
}

function above(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

function hasSomething({ opening, cameIn, wentOut, received, paid }: TokenSummary): boolean {
  return [opening, cameIn, wentOut, received, paid].some((value) => value > 0n);
}
