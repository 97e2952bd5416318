import type { Position } from "../../../data/network-positions.ts";
import { formatAmount } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { MOST_OPEN_DAYS, type TermsDraft } from "../../govern/model/propose-plan.ts";
import { readDays, readFields, readRate, type TypedWords } from "../../govern/model/read-fields.ts";
import { averageRate } from "./way-out.ts";

/** What somebody who would leave typed, field by field. */
export interface TypedExit extends TypedWords {
  readonly amount: string;
  /** Network shares for each member share. */
  readonly rate: string;
  readonly openDays: string;
}

/** Exit terms, or what is wrong with each field. */
export type ReadExit =
  | { readonly ok: true; readonly value: TermsDraft }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<keyof TypedExit, string>>> };

/** Reads exit terms for what is still in of a position. `symbol` is the member token's. */
export function readExitDraft(typed: TypedExit, position: Position, symbol: string): ReadExit {
  const read = readFields<{ amount: bigint; rate: bigint; openDays: number }>(
    {
      amount: readAmount(typed.amount, position, symbol),
      rate: readExitRate(typed.rate, position),
      openDays: readDays(typed.openDays, 1, MOST_OPEN_DAYS),
    },
    typed,
  );
  if (!read.ok) return read;
  const { amount, ...fields } = read.value;
  return {
    ok: true,
    value: {
      ...fields,
      kind: "exit",
      member: position.member,
      account: position.account,
      cap: amount,
      lockup: 0,
      // Of no effect on exit.
      maxMemberSupply: 0n,
    },
  };
}

function readAmount(text: string, { staked }: Position, symbol: string): bigint | string {
  const parsed = parseAmount(text, 18, { max: staked, unit: symbol });
  if (!parsed.ok) return parsed.reason;
  if (parsed.value === 0n) return "Enter an amount above zero.";
  return parsed.value > staked ? `${formatAmount(staked)} ${symbol} are still in.` : parsed.value;
}

function readExitRate(text: string, position: Position): bigint | string {
  const rate = readRate(text);
  const least = averageRate(position);
  return typeof rate === "bigint" && rate < least
    ? `At least ${formatAmount(least, { maximumFractionDigits: 18 })}: what was received on average.`
    : rate;
}
