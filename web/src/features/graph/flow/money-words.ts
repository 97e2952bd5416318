import { formatAmount } from "../../../lib/format.ts";
import { digitsFor, rounded, roundedParts } from "./rounded-parts.ts";

/** Writes the amounts of one flow with one precision, so that what belongs together adds up on screen. */
export type MoneyWords = {
  /** An amount to the nearest last digit; in wei. */
  readonly say: (wei: bigint) => string;
  /** Amounts that add up to their rounded sum; in wei. */
  readonly sayParts: (wei: readonly bigint[]) => string[];
  /** An amount without digits that say nothing: "72", "6.43". */
  readonly sayShort: (wei: bigint) => string;
};

/** Words for the amounts of a flow of `gain`, in a currency with `decimals`. */
export function moneyWords(gain: bigint, decimals: number): MoneyWords {
  const digits = digitsFor(gain, decimals);
  const unit = 10n ** BigInt(decimals - digits);
  const write = (wei: bigint, least: number) =>
    formatAmount(wei, { decimals, maximumFractionDigits: digits, minimumFractionDigits: least });
  const nearest = (wei: bigint) => {
    const near = rounded(wei, unit);
    // Something is never shown as nothing: the format says "< 0.01" of it.
    return near === 0n ? wei : near;
  };
  return {
    say: (wei) => write(nearest(wei), digits),
    sayParts: (parts) =>
      roundedParts(parts, unit).map((near, index) => write(near === 0n ? (parts[index] as bigint) : near, digits)),
    sayShort: (wei) => write(nearest(wei), nearest(wei) % 10n ** BigInt(decimals) === 0n ? 0 : digits),
  };
}
