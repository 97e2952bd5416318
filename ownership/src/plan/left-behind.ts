import type { Settlement } from "./best-settlement.ts";
import type { SettleTarget } from "./settle-target.ts";

/** Widens products of rounded numbers, so that the bound holds for the exact ones. */
const ROUNDING = 1e-9;

/**
 * Upper bound of what more the target could get by harvesting and claiming until dry, in wei of the currency: all that
 * treasuries can still claim × what that is worth to the target, and what it did not claim; each rounded up.
 */
export function leftBehind({ after }: Settlement, { worth, errorBound, claims }: SettleTarget): bigint {
  const { entries } = after;
  let left = claims.reduce((sum, entry) => sum + after.claimable(entry), 0n);
  for (const [token, part] of worth.entries()) {
    if (part === 0) continue;
    const most = part * (1 + ROUNDING) + errorBound;
    for (const entry of entries.heldBy(token)) {
      const claimable = after.claimable(entry);
      if (claimable === 0n) continue;
      const bound = BigInt(Math.ceil(Number(claimable) * most));
      left += bound < claimable ? bound : claimable;
    }
  }
  return left;
}
