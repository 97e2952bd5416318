import type { OwnershipSnapshot } from "../../data/ownership.ts";

/** The sums of everything, in wei of the currency where money is meant. */
export interface Totals {
  /** Gains that persons paid in. */
  readonly realized: bigint;
  /** Paid out to accounts that are not tokens. */
  readonly paidOut: bigint;
  /** Came in from outside and was not paid out to outside yet. */
  readonly waiting: bigint;
  readonly people: number;
  readonly networks: number;
}

/**
 * The sums of everything, exactly.
 *
 * A harvest is at once income of the token that harvests and a payment of the token that it holds, so both the income from
 * outside and the payments to outside are the totals less what was harvested.
 */
export function totalsOf({ protocol, tokens }: OwnershipSnapshot): Totals {
  let harvested = 0n;
  let people = 0;
  for (const token of tokens.values()) {
    harvested += token.totalHarvested;
    if (token.kind === "person") people++;
  }
  const cameIn = protocol.totalIncome - harvested;
  const paidOut = protocol.totalClaimed - harvested;
  return {
    realized: protocol.totalRealized,
    paidOut,
    waiting: cameIn - paidOut,
    people,
    networks: tokens.size - people,
  };
}
