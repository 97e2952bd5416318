import { formatUnits } from "viem";

const WEI_DECIMALS = 18;

/** Figures that an amount is written with, unless said, and between how many digits after the point. */
const [SIGNIFICANT, LEAST_DIGITS, MOST_DIGITS] = [4, 2, 6];

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat("en", options);
  numberFormats.set(key, made);
  return made;
}

/** How an amount is written. */
export interface FormatAmountOptions {
  /** Decimals of the token or currency; 18 unless said. */
  readonly decimals?: number;
  /** Most digits after the point; by default enough for four significant figures, at least 2 and at most 6. */
  readonly maximumFractionDigits?: number;
  /** Digits after the point that are always written, so that a column lines up. */
  readonly minimumFractionDigits?: number;
}

/**
 * An amount in wei as people read it: `12,000`, `0.412`, `< 0.000001`.
 *
 * Rounds to the nearest, so that the parts of a sum still look like it. The exact value is `formatExact`'s.
 */
export function formatAmount(wei: bigint, options: FormatAmountOptions = {}): string {
  const decimals = options.decimals ?? WEI_DECIMALS;
  const text = formatUnits(wei, decimals) as Intl.StringNumericLiteral;
  const digits = options.maximumFractionDigits ?? fractionDigitsFor(wei, decimals);
  const smallest = 10n ** BigInt(Math.max(0, decimals - digits));
  const size = wei < 0n ? -wei : wei;
  if (size > 0n && size < smallest) {
    const bound = digits === 0 ? "1" : `0.${"0".repeat(digits - 1)}1`;
    return wei < 0n ? `> −${bound}` : `< ${bound}`;
  }
  return numberFormat({
    maximumFractionDigits: digits,
    minimumFractionDigits: Math.min(options.minimumFractionDigits ?? 0, digits),
  })
    .format(text)
    .replace("-", "−");
}

function fractionDigitsFor(wei: bigint, decimals: number): number {
  const millionths = ((wei < 0n ? -wei : wei) * 10n ** BigInt(MOST_DIGITS)) / 10n ** BigInt(decimals);
  const significant = millionths.toString().length;
  return Math.min(Math.max(MOST_DIGITS + SIGNIFICANT - significant, LEAST_DIGITS), MOST_DIGITS);
}

/** An amount that somebody typed and signs, in wei: all that is typed in practice is repeated, six digits after the point. */
export function formatSigned(wei: bigint, decimals: number = WEI_DECIMALS): string {
  return formatAmount(wei, { decimals, maximumFractionDigits: MOST_DIGITS });
}

/** From here on, in whole units, an amount is too long for where it stands. */
const SHORT_FROM = 10n ** 9n;

/**
 * An amount in wei as `formatAmount` writes it, but from a thousand million on in four figures and a letter (`2.4T`,
 * `308.6B`): for figures beside which the exact amount can be had.
 */
export function formatShort(wei: bigint, options: FormatAmountOptions = {}): string {
  const decimals = options.decimals ?? WEI_DECIMALS;
  if ((wei < 0n ? -wei : wei) < SHORT_FROM * 10n ** BigInt(decimals)) return formatAmount(wei, options);
  return numberFormat({ notation: "compact", maximumSignificantDigits: SIGNIFICANT })
    .format(formatUnits(wei, decimals) as Intl.StringNumericLiteral)
    .replace("-", "−");
}

/** The amount with every digit, grouped: `12,000.000000000000000001`. */
export function formatExact(wei: bigint, decimals: number = WEI_DECIMALS): string {
  const [whole = "0", fraction] = formatUnits(wei < 0n ? -wei : wei, decimals).split(".");
  const grouped = numberFormat({ maximumFractionDigits: 0 }).format(BigInt(whole));
  return `${wei < 0n ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** A share of 1 as a percentage: `27.9 %`; a share too small to show is `< 0.1 %`. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return "unknown";
  if (share === 0) return "0 %";
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return "< 0.1 %";
  if (percent > 99.9 && percent < 100) return "> 99.9 %";
  return `${numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(percent).replace("-", "−")} %`;
}

/** A count: `12,345`. */
export function formatCount(count: number | bigint): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(count);
}

/** A Unix time in seconds as a date: `22 Nov 2026`; with `time`, to the minute. */
export function formatDate(seconds: number | bigint, options: { readonly time?: boolean } = {}): string {
  const date = new Date(Number(seconds) * 1000);
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    ...(options.time ? { hour: "2-digit", minute: "2-digit" } : {}),
  }).format(date);
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

const relativeFormat = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A Unix time in seconds as seen from `now`: `3 days ago`, `in 2 hours`. */
export function formatRelative(seconds: number | bigint, now: number = Date.now() / 1000): string {
  const difference = Number(seconds) - now;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(difference) >= length) ?? (["second", 1] as const);
  return relativeFormat.format(Math.trunc(difference / size), unit);
}

/** A length of time in seconds: `30 days`, `2 hours`, `none`. */
export function formatDuration(seconds: number | bigint): string {
  const length = Number(seconds);
  if (length === 0) return "none";
  const [unit, size] = STEPS.find(([, step]) => length >= step) ?? (["second", 1] as const);
  return numberFormat({ style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(length / size);
}
