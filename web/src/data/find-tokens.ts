import type { OwnershipSnapshot, TokenInfo } from "./ownership.ts";

const MOST_FOUND = 8;

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** People and networks whose name, symbol or address fits, best first: beginnings before middles, many holders before few. */
export function findTokens(snapshot: OwnershipSnapshot | undefined, text: string): readonly TokenInfo[] {
  const wanted = plain(text.trim());
  if (!snapshot || wanted === "") return [];
  const found: { token: TokenInfo; rank: number }[] = [];
  for (const token of snapshot.tokens.values()) {
    const rank = rankOf(token, wanted);
    if (rank !== undefined) found.push({ token, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank || b.token.holderCount - a.token.holderCount)
    .slice(0, MOST_FOUND)
    .map(({ token }) => token);
}

function rankOf(token: TokenInfo, wanted: string): number | undefined {
  const name = plain(token.name);
  const symbol = plain(token.symbol);
  if (symbol === wanted || name === wanted) return 0;
  if (name.startsWith(wanted) || symbol.startsWith(wanted)) return 1;
  if (name.split(" ").some((word) => word.startsWith(wanted))) return 2;
  if (name.includes(wanted)) return 3;
  return wanted.startsWith("0x") && (token.address.startsWith(wanted) || token.person?.startsWith(wanted))
    ? 1
    : undefined;
}
