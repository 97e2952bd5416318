/** Digits after the point of a percentage that a reader sees at first, and at most to tell two apart. */
const DIGITS = { least: 1, most: 4 } as const;
/** Digits of the exact figure: as many as the shares are computed to for certain. */
const EXACT_DIGITS = 8;

/** A share before and after, in words. */
export interface ShareWords {
  readonly before: string;
  readonly after: string;
  /** Both with all digits that are certain. */
  readonly exact: string;
}

/** Two shares of 1 as percentages with as few digits as tell them apart: `27.0 %` and `27.9 %`. */
export function shareWords(before: number, after: number): ShareWords {
  let digits: number = DIGITS.least;
  while (digits < DIGITS.most && percentage(before, digits) === percentage(after, digits)) digits += 1;
  return {
    before: percentage(before, digits),
    after: percentage(after, digits),
    exact: `${percentage(before, EXACT_DIGITS)} → ${percentage(after, EXACT_DIGITS)}`,
  };
}

/** A share that is not zero never looks like it, and one that is not all never looks like all. */
function percentage(share: number, digits: number): string {
  if (share === 0) return "0 %";
  if (share === 1) return "100 %";
  const least = 10 ** -digits;
  const percent = share * 100;
  if (percent < least) return `< ${least.toFixed(digits)} %`;
  if (percent > 100 - least) return `> ${(100 - least).toFixed(digits)} %`;
  return `${percent.toFixed(digits)} %`;
}
