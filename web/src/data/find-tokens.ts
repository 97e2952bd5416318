import { foldText } from "../lib/fold-text.ts";
import { matchRank } from "../lib/match-rank.ts";
import type { NamedToken } from "./names/names.ts";
import type { TokenInfo } from "./ownership-snapshot.ts";

/** Most that a search offers. */
const MOST_FOUND = 8;

/** A token that a search found, with what tells it apart from others of its name. */
export type FoundToken = NamedToken & Pick<TokenInfo, "createdAt" | "holderCount">;

/** Those of `tokens` whose name, symbol or address fits, best first: beginnings before middles, many holders before few. */
export function findTokens<Token extends FoundToken>(tokens: Iterable<Token>, text: string): readonly Token[] {
  const wanted = foldText(text).trim();
  if (wanted === "") return [];
  const found: { readonly token: Token; readonly rank: number }[] = [];
  for (const token of tokens) {
    const rank = matchRank({ ...token, addresses: [token.address, token.person] }, wanted);
    if (rank !== undefined) found.push({ token, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank || b.token.holderCount - a.token.holderCount)
    .slice(0, MOST_FOUND)
    .map(({ token }) => token);
}
