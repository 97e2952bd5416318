import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "../graphql.ts";
import { PAGE_SIZE } from "../ownership-documents.ts";
import { queryGraphql } from "../query-graphql.ts";
import { queryKeys } from "../query-keys.ts";
import { readNamed } from "./fetch-names.ts";
import type { NamedToken } from "./names.ts";

const WITH_SYMBOL = graphql(`
  query TokensWithSymbol($people: PersonalToken_filter!, $networks: NetworkToken_filter!, $first: Int!) {
    personalTokens(first: $first, orderBy: createdAt, where: $people) { id name symbol }
    networkTokens(first: $first, orderBy: createdAt, where: $networks) { id name symbol }
  }
`);

/** The query of tokens whose symbol begins with one of some texts, in whatever case; the oldest thousand of each kind. */
export function tokensWithSymbolQueryOptions(beginnings: readonly string[]) {
  const wanted = [...new Set(beginnings)].filter((text) => text !== "");
  return queryOptions({
    queryKey: queryKeys.index("with-symbol", ...wanted),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly NamedToken[]> => {
      const where = { or: wanted.map((text) => ({ symbol_starts_with_nocase: text })) };
      const variables = { people: where, networks: where, first: PAGE_SIZE };
      const { personalTokens, networkTokens } = await queryGraphql(WITH_SYMBOL, variables, { signal });
      return [
        ...personalTokens.map((row) => readNamed(row, "person")),
        ...networkTokens.map((row) => readNamed(row, "network")),
      ];
    },
  });
}
