import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { safeText } from "../lib/safe-text.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress } from "./read-answer.ts";

const FIND = graphql(`
  query FindTokens($text: String!, $first: Int!) {
    personalTokens(
      first: $first, orderBy: holderCount, orderDirection: desc
      where: { or: [{ name_contains_nocase: $text }, { symbol_starts_with_nocase: $text }] }
    ) {
      id name symbol
    }
    networkTokens(
      first: $first, orderBy: holderCount, orderDirection: desc
      where: { or: [{ name_contains_nocase: $text }, { symbol_starts_with_nocase: $text }] }
    ) {
      id name symbol
    }
  }
`);

/** Most of each kind that are found. */
const MOST = 5;

/** A token that the index found by name or symbol; texts are cleaned for display. */
export interface FoundToken {
  readonly address: Address;
  readonly kind: "person" | "network";
  readonly name: string;
  readonly symbol: string;
}

/** People and networks in the whole index whose name has a text in it, or whose symbol begins with it. */
export function findInIndexQueryOptions(text: string) {
  return queryOptions({
    queryKey: queryKeys.index("find", text),
    queryFn: async ({ signal }): Promise<readonly FoundToken[]> => {
      const { personalTokens, networkTokens } = await queryGraphql(FIND, { text, first: MOST }, { signal });
      return [
        ...networkTokens.map((row) => ({ ...row, kind: "network" as const })),
        ...personalTokens.map((row) => ({ ...row, kind: "person" as const })),
      ].map(({ id, kind, name, symbol }) => ({
        address: readAddress(id, "token.id"),
        kind,
        name: safeText(name, 64) || "Unnamed",
        symbol: safeText(symbol, 16),
      }));
    },
  });
}
