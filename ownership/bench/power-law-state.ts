import type { HoldingState, OwnershipState, TokenState } from "../src/index.ts";

/** Shares of every token, in wei. */
export const SUPPLY: bigint = 10n ** 24n;
/** Holders of every token, treasuries included. */
export const HOLDERS_PER_TOKEN = 20;
/** Part of all tokens that are networks: they hold members, and members' tokens hold them. */
const NETWORK_PART = 0.05;
/** Parts are counted in millionths. */
export const UNIT: bigint = 10n ** 6n;

/** Numbers from 0 to 1 that are the same on every run (Mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * About `holdingCount` holdings in which few holders are in much and most in little.
 *
 * Every personal token gives a fifth or less to networks and networks give a third to members' tokens, so nearly all
 * tokens are in one circle. One token in ten realized a gain.
 */
export function powerLawState(holdingCount: number): OwnershipState {
  const random = createRandom(holdingCount);
  const tokenCount = Math.max(20, Math.round(holdingCount / HOLDERS_PER_TOKEN));
  const networkCount = Math.max(2, Math.round(tokenCount * NETWORK_PART));
  const accountCount = tokenCount * 4;
  const skewed = (count: number): number => Math.floor(count * random() ** 3);
  const tokens: TokenState[] = [];
  const holdings: HoldingState[] = [];
  for (let index = 0; index < tokenCount; index++) {
    const id = tokenId(index);
    const incomePerShare = random() < 0.1 ? ((BigInt(Math.floor(random() * 1e9)) * 10n ** 10n) << 128n) / SUPPLY : 0n;
    tokens.push({ id, totalSupply: SUPPLY, eligibleSupply: SUPPLY, incomePerShare });
    const treasuries = new Set<number>();
    for (let k = 0; k < 3; k++) {
      treasuries.add(index < networkCount ? networkCount + skewed(tokenCount - networkCount) : skewed(networkCount));
    }
    treasuries.delete(index);
    const accounts = new Set<number>();
    while (accounts.size < HOLDERS_PER_TOKEN - treasuries.size) accounts.add(skewed(accountCount));
    const inside = BigInt(Math.floor(Number(UNIT) * (index < networkCount ? 0.33 : 0.2 * random())));
    divide(holdings, id, Array.from(treasuries, tokenId), (SUPPLY * inside) / UNIT, random);
    divide(holdings, id, Array.from(accounts, accountId), SUPPLY - (SUPPLY * inside) / UNIT, random);
  }
  return { tokens, holdings };
}

/** Address of a token, by number. */
export function tokenId(index: number): string {
  return `0x70${index.toString(16).padStart(38, "0")}`;
}

/** Address of an account, by number. */
export function accountId(index: number): string {
  return `0xac${index.toString(16).padStart(38, "0")}`;
}

/** Divides `amount` unevenly, to the wei. */
export function divide(
  holdings: HoldingState[],
  token: string,
  holders: readonly string[],
  amount: bigint,
  random: () => number,
): void {
  let left = amount;
  for (const [index, holder] of holders.entries()) {
    const part = index === holders.length - 1 ? left : (left * BigInt(Math.floor(random() * 5e5))) / UNIT;
    left -= part;
    holdings.push({ token, holder, balance: part, debt: 0n, excluded: false });
  }
}
