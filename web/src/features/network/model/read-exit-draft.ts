import type { Position } from "../../../data/network-positions.ts";
import { formatAmount } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { MOST_OPEN_DAYS, type TermsDraft } from "../../govern/model/propose-plan.ts";
import { readDays, refuseWords, type TypedWords } from "../../govern/model/read-terms-draft.ts";
import { averageRate } from "./way-out.ts";

/** The contract's bound on a rate (`TermsBook`). */
const MOST_RATE = 2n ** 128n - 1n;

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
  const amount = readAmount(typed.amount, position, symbol);
  const rate = readRate(typed.rate, position);
  const openDays = readDays(typed.openDays, 1, MOST_OPEN_DAYS);
  const errors = {
    ...(typeof amount === "string" && { amount }),
    ...(typeof rate === "string" && { rate }),
    ...(typeof openDays === "string" && { openDays }),
    ...refuseWords(typed),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      kind: "exit",
      member: position.member,
      account: position.account,
      cap: amount as bigint,
      rate: rate as bigint,
      lockup: 0,
      openDays: openDays as number,
      // Of no effect on exit.
      maxMemberSupply: 0n,
      title: typed.title,
      text: typed.text,
    },
  };
}

function readAmount(text: string, { staked }: Position, symbol: string): bigint | string {
  const parsed = parseAmount(text, 18, { max: staked, unit: symbol });
  if (!parsed.ok) return parsed.reason;
  if (parsed.value === 0n) return "Enter an amount above zero.";
  return parsed.value > staked ? `${formatAmount(staked)} ${symbol} are still in.` : parsed.value;
}

function readRate(text: string, position: Position): bigint | string {
  const parsed = parseAmount(text, 18);
  if (!parsed.ok) return parsed.reason;
  if (parsed.value > MOST_RATE) return "So many are more than there can be.";
  const least = averageRate(position);
  return parsed.value < least
    ? `At least ${formatAmount(least, { maximumFractionDigits: 18 })}: what was received on average.`
    : parsed.value;
}
