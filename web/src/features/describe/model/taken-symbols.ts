import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";

/** Symbols that tokens have already, in capital letters. */
export function takenSymbols(snapshot: OwnershipSnapshot): ReadonlySet<string> {
  return new Set(Array.from(snapshot.tokens.values(), ({ symbol }) => symbol.toUpperCase()));
}

/** A token that people could take for the new one, because it has the same symbol. */
export function namesake(snapshot: OwnershipSnapshot, symbol: string): TokenInfo | undefined {
  const wanted = symbol.toUpperCase();
  return wanted === ""
    ? undefined
    : [...snapshot.tokens.values()].find((token) => token.symbol.toUpperCase() === wanted);
}
