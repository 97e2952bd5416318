import type { FoundToken } from "../find-tokens.ts";
import { graphql } from "../graphql.ts";
import { queryGraphql } from "../query-graphql.ts";
import { readCount } from "../read-answer.ts";
import { readNamed } from "./fetch-names.ts";

const NAMESAKES = graphql(`
  query Namesakes($people: PersonalToken_filter!, $networks: NetworkToken_filter!, $first: Int!) {
    personalTokens(first: $first, orderBy: createdAt, where: $people) { id name symbol createdAt holderCount }
    networkTokens(first: $first, orderBy: createdAt, where: $networks) { id name symbol createdAt holderCount }
  }
`);

/** Most of each kind, the oldest. */
const MOST = 100;

/** The oldest tokens in the index with exactly one of some texts as name or symbol. */
export async function fetchNamesakes(texts: readonly string[], signal?: AbortSignal): Promise<readonly FoundToken[]> {
  const where = { or: [{ name_in: [...texts] }, { symbol_in: [...texts] }] };
  const variables = { people: where, networks: where, first: MOST };
  const { personalTokens, networkTokens } = await queryGraphql(NAMESAKES, variables, { signal });
  return [
    ...personalTokens.map((row) => ({ ...readNamed(row, "person"), ...readAge(row) })),
    ...networkTokens.map((row) => ({ ...readNamed(row, "network"), ...readAge(row) })),
  ];
}

function readAge({ createdAt, holderCount }: { readonly createdAt: unknown; readonly holderCount: unknown }) {
  return {
    createdAt: readCount(createdAt, "token.createdAt"),
    holderCount: readCount(holderCount, "token.holderCount"),
  };
}
