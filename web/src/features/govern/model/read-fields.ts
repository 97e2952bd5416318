import { byteLength } from "../../../lib/byte-length.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";

const MOST_TITLE_BYTES = 200;
const MOST_TEXT_BYTES = 4_000;
/** The contract's bound on a rate (`TermsBook`). */
const MOST_RATE = 2n ** 128n - 1n;

/** What voters read, as typed. */
export interface TypedWords {
  readonly title: string;
  readonly text: string;
}

type Problems<Fields> = Readonly<Partial<Record<keyof Fields | keyof TypedWords, string>>>;

/** What was typed, field by field, read, or what is wrong with each field. */
export type Read<Fields> =
  | { readonly ok: true; readonly value: Fields & TypedWords }
  | { readonly ok: false; readonly errors: Problems<Fields> };

/** Puts fields and the words beside them together. A field that can't be used was read as the words that say why. */
export function readFields<Fields extends Readonly<Record<string, bigint | number>>>(
  fields: { readonly [Name in keyof Fields]: Fields[Name] | string },
  words: TypedWords,
): Read<Fields> {
  const wrong = Object.entries(fields).filter(([, read]) => typeof read === "string");
  const errors = { ...Object.fromEntries(wrong), ...refuseWords(words) } as Problems<Fields>;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, value: { ...(fields as Fields), title: words.title, text: words.text } };
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

/** Shares above zero in wei, or what is wrong with them. */
export function readShares(text: string): bigint | string {
  const parsed = parseAmount(text, 18);
  if (!parsed.ok) return parsed.reason;
  return parsed.value === 0n ? "Enter an amount above zero." : parsed.value;
}

/** Network shares for each member share, 1e18 = one for one and above zero, or what is wrong with them. */
export function readRate(text: string): bigint | string {
  const rate = readShares(text);
  return typeof rate === "bigint" && rate > MOST_RATE ? "So many are more than there can be." : rate;
}
