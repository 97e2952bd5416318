import type { HoldingState, OwnershipState } from "../graph/ownership-graph.ts";

const SHARES = 10n ** 18n;

/**
 * The worked example: Ada, Ben and Cleo have 1,000,000 shares each and staked 200,000 into TRIO for 100,000 TRIO; Ada's
 * and Ben's TRIO are in their wallets, Cleo's in her personal token's treasury.
 */
export const TRIO: OwnershipState = {
  tokens: [
    token("0xada", 1_000_000n),
    token("0xben", 1_000_000n),
    token("0xcleo", 1_000_000n),
    token("0x7210", 300_000n),
  ],
  holdings: [
    holding("0xada", "ada", 800_000n),
    holding("0xada", "0x7210", 200_000n),
    holding("0xben", "ben", 800_000n),
    holding("0xben", "0x7210", 200_000n),
    holding("0xcleo", "cleo", 800_000n),
    holding("0xcleo", "0x7210", 200_000n),
    holding("0x7210", "ada", 100_000n),
    holding("0x7210", "ben", 100_000n),
    holding("0x7210", "0xcleo", 100_000n),
  ],
};

/** What the accounts get of Ada's gain of 90, times 7: 78 3/7, 6 3/7 and 5 1/7. */
export const TRIO_PAID_SEVENTHS: ReadonlyMap<string, bigint> = new Map([
  ["ada", 549n],
  ["ben", 45n],
  ["cleo", 36n],
]);

function token(id: string, shares: bigint) {
  return { id, totalSupply: shares * SHARES, eligibleSupply: shares * SHARES, incomePerShare: 0n };
}

function holding(token: string, holder: string, shares: bigint): HoldingState {
  return { token, holder, balance: shares * SHARES, debt: 0n, excluded: false };
}
