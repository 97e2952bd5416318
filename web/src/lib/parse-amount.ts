/** What a person typed, as wei, or why it can't be read. */
export type ParsedAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly reason: string };

/** What is known about the amount that is asked for. */
export interface ParseAmountOptions {
  /** The most there is, in wei: what “max” and a percentage are of. Without it neither can be read. */
  readonly max?: bigint | undefined;
  /** The unit's symbol: it may be typed or pasted behind the number. */
  readonly unit?: string | undefined;
}

const SPACES = /[\s\u00a0\u202f_'’]/g;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;
/** `12,000` and `1,234,567.8`; never `0,500`, which nobody writes for a number over a thousand. */
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
/** `1 000,5`: spaces group, so the comma does not. */
const SPACED = /^\d{1,3}([\s\u00a0\u202f]\d{3})+,\d+$/;
/** `1.234,5` and `1.234.567`: points group, so a comma after them does not. */
const POINTED = /^[1-9]\d{0,2}(\.\d{3})+,\d+$|^[1-9]\d{0,2}(\.\d{3}){2,}$/;
/** `1,5` and `0,25`: no group of three follows the comma. */
const LONE_COMMA = /^\d+,\d+$/;

/** A percentage is kept as a part of this many, to 16 digits after the point. */
const WHOLE = 10n ** 18n;
const PERCENT_DECIMALS = 16;

/**
 * Reads an amount typed by a person, never through a floating point number: `12,000.5`, `12 000,5`, `0.5 ADA`, and with
 * `options.max` also `max` and `25%`.
 *
 * Nothing is guessed: a comma that is decimals to one reader and thousands to another is refused with both readings.
 */
export function parseAmount(text: string, decimals: number, options: ParseAmountOptions = {}): ParsedAmount {
  const typed = withoutUnit(text.trim(), options.unit);
  if (typed === "") return refuse("Enter an amount.");
  if (/^[-−–]/.test(typed)) return refuse("Enter an amount above zero.");
  if (/^(max|all)$/i.test(typed)) {
    return options.max === undefined
      ? refuse("There is no most here. Enter a number.")
      : { ok: true, value: options.max };
  }
  return typed.endsWith("%")
    ? parsePercentage(typed.slice(0, -1).trim(), options.max)
    : parseNumber(typed, decimals, text.trim());
}

/** `5 ADA` → `5`. Only the very unit that is asked for: another would be another amount. */
function withoutUnit(typed: string, unit: string | undefined): string {
  const symbol = unit?.toLowerCase();
  if (!symbol || !typed.toLowerCase().endsWith(symbol)) return typed;
  const number = typed.slice(0, -symbol.length).trim();
  return /[\d.]$/.test(number) ? number : typed;
}

function parsePercentage(typed: string, max: bigint | undefined): ParsedAmount {
  if (max === undefined) return refuse("A percentage of what? Enter a number.");
  const part = parseNumber(typed, PERCENT_DECIMALS, `${typed}%`);
  if (!part.ok) return part;
  return part.value > WHOLE ? refuse("At most 100 %.") : { ok: true, value: (max * part.value) / WHOLE };
}

function parseNumber(typed: string, decimals: number, shown: string): ParsedAmount {
  const plain = toPlain(typed);
  if (plain === undefined) return refuse(whyUnclear(typed.replace(SPACES, ""), shown));
  const [whole = "", fraction = ""] = plain.split(".");
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) {
    return refuse(decimals === 0 ? "Whole numbers only." : `At most ${decimals} digits after the point.`);
  }
  return { ok: true, value: BigInt(`${whole || "0"}${kept.padEnd(decimals, "0")}`) };
}

/** The number with a point before its decimals and nothing between its thousands; undefined when it can be read in no or two ways. */
function toPlain(typed: string): string | undefined {
  if (SPACED.test(typed)) return typed.replace(SPACES, "").replace(",", ".");
  const close = typed.replace(SPACES, "");
  if (PLAIN.test(close)) return close;
  if (GROUPED.test(close)) return close.replaceAll(",", "");
  return POINTED.test(close) ? close.replaceAll(".", "").replace(",", ".") : undefined;
}

function whyUnclear(typed: string, shown: string): string {
  if (LONE_COMMA.test(typed)) {
    const [whole = "", fraction = ""] = typed.split(",");
    const decimal = `${whole}.${fraction}`;
    return `Is it ${decimal} or ${grouped(whole + fraction)}? Write decimals with a point: ${decimal}.`;
  }
  return typed.includes(",")
    ? "Write decimals with a point: 1.5. A comma only groups thousands: 12,000."
    : `“${shown}” is not a number.`;
}

/** Whole digits with a comma between thousands. */
function grouped(digits: string): string {
  return (digits.replace(/^0+(?=\d)/, "") || "0").replace(/\B(?=(\d{3})+$)/g, ",");
}

function refuse(reason: string): ParsedAmount {
  return { ok: false, reason };
}
