import type { HoldingState, OwnershipState, TokenState } from "../src/index.ts";
import { accountId, createRandom, divide, HOLDERS_PER_TOKEN, SUPPLY, tokenId, UNIT } from "./power-law-state.ts";

const TREASURIES_PER_TOKEN = 3;

/**
 * About `holdingCount` holdings in which everybody is as likely as everybody else to hold a token.
 *
 * Three treasuries hold up to six tenths of every token, so nearly all tokens are in one circle.
 */
export function randomState(holdingCount: number): OwnershipState {
  const random = createRandom(holdingCount + 1);
  const tokenCount = Math.max(20, Math.round(holdingCount / HOLDERS_PER_TOKEN));
  const below = (count: number): number => Math.floor(count * random());
  const tokens: TokenState[] = [];
  const holdings: HoldingState[] = [];
  for (let index = 0; index < tokenCount; index++) {
    const id = tokenId(index);
    const incomePerShare = random() < 0.1 ? (BigInt(Math.floor(random() * 1e9)) << 128n) / 10n ** 14n : 0n;
    tokens.push({ id, totalSupply: SUPPLY, eligibleSupply: SUPPLY, incomePerShare });
    const treasuries = new Set<number>();
    while (treasuries.size < TREASURIES_PER_TOKEN) treasuries.add(below(tokenCount));
    treasuries.delete(index);
    const accounts = new Set<number>();
    while (accounts.size < HOLDERS_PER_TOKEN - treasuries.size) accounts.add(below(tokenCount * 4));
    const inside = (SUPPLY * BigInt(Math.floor(Number(UNIT) * 0.6 * random()))) / UNIT;
    divide(holdings, id, Array.from(treasuries, tokenId), inside, random);
    divide(holdings, id, Array.from(accounts, accountId), SUPPLY - inside, random);
  }
  return { tokens, holdings };
}
