import type { Application } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { byteLength } from "../../../lib/byte-length.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { MOST_OPEN_DAYS, type TermsDraft } from "./propose-plan.ts";

const SECONDS_PER_DAY = 86_400;
/** The contract's bound on a lock: four years. */
const MOST_LOCK_DAYS = 1_461;
const MOST_TITLE_BYTES = 200;
const MOST_TEXT_BYTES = 4_000;
/** The contract's bound on a rate. */
const MOST_RATE = 2n ** 96n - 1n;

/** What voters read, as typed. */
export interface TypedWords {
  readonly title: string;
  readonly text: string;
}

/** What was typed, field by field. */
export interface TypedTerms extends TypedWords {
  readonly cap: string;
  readonly rate: string;
  readonly lockDays: string;
  readonly openDays: string;
}

/** Terms, or what is wrong with each field. */
export type ReadTerms =
  | { readonly ok: true; readonly value: TermsDraft }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<keyof TypedTerms, string>>> };

/** Reads entry terms that answer an application. */
export function readTermsDraft(typed: TypedTerms, application: Application, member: TokenInfo | undefined): ReadTerms {
  const cap = readShares(typed.cap);
  const rate = readShares(typed.rate);
  const lockDays = readDays(typed.lockDays, 0, MOST_LOCK_DAYS);
  const openDays = readDays(typed.openDays, 1, MOST_OPEN_DAYS);
  const errors = {
    ...(typeof cap === "string" && { cap }),
    ...(typeof rate === "string" && { rate }),
    ...(typeof rate === "bigint" && rate > MOST_RATE && { rate: "So many are more than there can be." }),
    ...(typeof lockDays === "string" && { lockDays }),
    ...(typeof openDays === "string" && { openDays }),
    ...refuseWords(typed),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      kind: "entry",
      member: application.member,
      account: application.account,
      cap: cap as bigint,
      rate: rate as bigint,
      lockup: (lockDays as number) * SECONDS_PER_DAY,
      openDays: openDays as number,
      // What members vote on is a part of the member as it is now: new shares before the stake would make it less.
      maxMemberSupply: member?.totalSupply ?? 0n,
      title: typed.title,
      text: typed.text,
    },
  };
}

/** What is wrong with the words of a proposal, field by field. */
export function refuseWords({ title, text }: TypedWords): Readonly<Partial<Record<keyof TypedWords, string>>> {
  return {
    ...(title.trim() === "" && { title: "Say in a few words what is decided." }),
    ...(byteLength(title) > MOST_TITLE_BYTES && { title: "Shorten it: the rest has room below." }),
    ...(byteLength(text) > MOST_TEXT_BYTES && { text: `At most ${MOST_TEXT_BYTES} bytes. Shorten it, or link to it.` }),
  };
}

/** A number of days, or what is wrong with it. */
export function readDays(text: string, least: number, most: number): number | string {
  const parsed = parseAmount(text, 0);
  if (!parsed.ok) return parsed.reason;
  const days = Number(parsed.value);
  return days < least || days > most ? `From ${least} to ${most} days.` : days;
}

function readShares(text: string): bigint | string {
  const parsed = parseAmount(text, 18);
  if (!parsed.ok) return parsed.reason;
  return parsed.value === 0n ? "Enter an amount above zero." : parsed.value;
}
