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
/** `1,234` and `1,234,567.8`; never `0,500` or `012,345`, which nobody writes for a number over a thousand. */
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
/** `1.234,5` and `1.234.567`: points that group, and a comma before decimals. */
const CONTINENTAL = /^[1-9]\d{0,2}(\.\d{3})+,\d+$|^[1-9]\d{0,2}(\.\d{3}){2,}$/;
/** `1,5` and `0,25`: a comma that can't group, since no group of three follows it. */
const COMMA_DECIMALS = /^\d+,\d+$/;
const PERCENT_DECIMALS = 16;
const WHOLE = 10n ** 18n;

/**
 * Reads an amount typed by a person, never through a floating point number: `12,000.5`, `12 000.5`, `0.5 ADA`, and with
 * `options.max` also `max` and `25%`.
 *
 * Nothing is guessed: a comma that may mean decimals to one reader and thousands to another is refused with both readings.
 */
export function parseAmount(text: string, decimals: number, options: ParseAmountOptions = {}): ParsedAmount {
  const typed = withoutUnit(text.replace(SPACES, ""), options.unit);
  if (typed === "") return refuse("Enter an amount.");
  if (/^[-−–]/.test(typed)) return refuse("Enter an amount above zero.");
  if (/^(max|all)$/i.test(typed)) {
    return options.max === undefined ? refuse("There is no most here. Enter a number.") : { ok: true, value: options.max };
  }
  if (typed.endsWith("%")) return parsePercentage(typed.slice(0, -1), options.max);
  return parseNumber(typed, decimals, text.trim());
}

/** `5ADA` → `5`. Only the very unit that is asked for: another would be another amount. */
function withoutUnit(typed: string, unit: string | undefined): string {
  const symbol = unit?.replace(SPACES, "").toLowerCase();
  if (symbol === undefined || symbol === "") return typed;
  const number = typed.toLowerCase().endsWith(symbol) ? typed.slice(0, -symbol.length) : typed;
  return /[\d.%]$/.test(number) ? number : typed;
}

function parsePercentage(typed: string, max: bigint | undefined): ParsedAmount {
  if (max === undefined) return refuse("A percentage of what? Enter a number.");
  const part = parseNumber(typed, PERCENT_DECIMALS, `${typed}%`);
  if (!part.ok) return part;
  if (part.value > WHOLE) return refuse("At most 100 %.");
  return { ok: true, value: (max * part.value) / WHOLE };
}

function parseNumber(typed: string, decimals: number, shown: string): ParsedAmount {
  if (/[,.].*[,.]/.test(typed) || typed.includes(",")) {
    const unclear = refuseComma(typed);
    if (unclear) return unclear;
  }
  const plain = typed.replaceAll(",", "");
  if (!PLAIN.test(plain)) return refuse(`“${shown}” is not a number.`);
  const [whole = "", fraction = ""] = plain.split(".");
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) {
    return refuse(decimals === 0 ? "Whole numbers only." : `At most ${decimals} digits after the point.`);
  }
  return { ok: true, value: BigInt(`${whole || "0"}${kept.padEnd(decimals, "0")}`) };
}

/** Why commas and points can't be read as they are; undefined when they can. */
function refuseComma(typed: string): ParsedAmount | undefined {
  if (GROUPED.test(typed)) {
    const [, only] = /^(\d{1,3},\d{3})$/.exec(typed) ?? [];
    if (only === undefined) return undefined;
    // `1,500` stands alone: fifteen hundred to most, one and a half to many. The group rule reads it, and the page shows how.
    return undefined;
  }
  if (CONTINENTAL.test(typed)) {
    const [whole = "", fraction] = typed.split(",");
    const number = `${whole.replaceAll(".", "")}${fraction === undefined ? "" : `.${fraction}`}`;
    return refuse(`Points separate decimals here. If you mean ${grouped(number)}, write ${number}.`);
  }
  if (COMMA_DECIMALS.test(typed)) {
    const [whole = "", fraction = ""] = typed.split(",");
    return refuse(`Is it ${whole}.${fraction} or ${grouped(whole + fraction)}? Write decimals with a point: ${whole}.${fraction}.`);
  }
  if (typed.includes(",")) return refuse("Write decimals with a point: 1.5. A comma only groups thousands: 12,000.");
  return undefined;
}

function grouped(number: string): string {
  const [whole = "", fraction] = number.split(".");
  const withCommas = (whole.replace(/^0+(?=\d)/, "") || "0").replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

function refuse(reason: string): ParsedAmount {
  return { ok: false, reason };
}
