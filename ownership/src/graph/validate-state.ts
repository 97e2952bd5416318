import { InvalidAmountError, InvalidIdError } from "../errors.ts";
import { MAX_TOTAL_SUPPLY } from "./limits.ts";
import type { TokenState } from "./ownership-graph.ts";

const UPPER_CASE = /[A-Z]/;

/** Throws InvalidIdError unless `id` is a non-empty string without upper-case letters. */
export function validateId(id: string, where: string): void {
  if (id === "" || UPPER_CASE.test(id)) throw new InvalidIdError(id, where);
}

/** Throws InvalidIdError or InvalidAmountError unless 0 ≤ eligible supply ≤ total supply < 2⁹⁶. */
export function validateToken(token: TokenState): void {
  validateId(token.id, "A token");
  if (token.totalSupply < 0n || token.totalSupply > MAX_TOTAL_SUPPLY) {
    throw new InvalidAmountError(`Total supply of ${token.id}`, token.totalSupply, "it lies between 0 and 2^96 - 1");
  }
  if (token.eligibleSupply < 0n || token.eligibleSupply > token.totalSupply) {
    throw new InvalidAmountError(
      `Eligible supply of ${token.id}`,
      token.eligibleSupply,
      `it lies between 0 and the total supply of ${token.totalSupply}`,
    );
  }
  if (token.incomePerShare < 0n) {
    throw new InvalidAmountError(`Income per share of ${token.id}`, token.incomePerShare, "it never falls below 0");
  }
}

/** Throws InvalidAmountError unless 0 ≤ balance < 2⁹⁶. */
export function validateBalance(balance: bigint, token: string, holder: string): void {
  if (balance >= 0n && balance <= MAX_TOTAL_SUPPLY) return;
  throw new InvalidAmountError(
    `Balance of ${holder} in ${token}`,
    balance,
    balance < 0n ? "a balance is never negative" : "it lies between 0 and 2^96 - 1",
  );
}
