import type { Steps } from "../steps.ts";
import { potentialOf, sumOf } from "./bounds.ts";
import type { Ledger } from "./ledger.ts";
import type { SettleTarget } from "./settle-target.ts";

/**
 * Upper bound of what more the target could get by harvesting and claiming until dry, in wei of the currency: all that
 * treasuries can still claim × what that is worth to the target, and what it did not claim; each rounded up. A part of a wei
 * for each holding, which rounding kept back, is not in it.
 */
export function* leftBehind(after: Ledger, target: SettleTarget): Steps<bigint> {
  return sumOf(yield* potentialOf(after, target, false));
}
