import type { TokenInfo } from "../../../data/ownership.ts";

const A_DAY = 86_400n;
/** Pools matter to the contract (`PersonalToken`) when they hold more than this part of all shares. */
const POOLS_MATTER = 1_000n;

/** The shortest time, in seconds, over which a gain of this token can be paid out: at once, or a day while pools hold shares. */
export function leastDuration({ totalSupply, eligibleSupply }: TokenInfo): bigint {
  return (totalSupply - eligibleSupply) * POOLS_MATTER > totalSupply ? A_DAY : 0n;
}
