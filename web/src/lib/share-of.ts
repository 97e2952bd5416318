/** Digits kept: more than any page shows, few enough for a double. */
const SCALE = 10n ** 15n;

/** `part` of `whole` as a share from 0 to 1, for display and drawing, never for money; 0 of nothing. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * SCALE) / whole) / Number(SCALE);
}
