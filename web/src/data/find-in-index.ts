import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FoundToken } from "./find-tokens.ts";
import { graphql, type VariablesOf } from "./graphql.ts";
import { readNamed } from "./names/fetch-names.ts";
import type { NamedToken } from "./names/names.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readCount } from "./read-answer.ts";

const FIND = graphql(`
  query FindTokens(
    $first: Int!
    $people: PersonalToken_filter!
    $networks: NetworkToken_filter!
    $morePeople: PersonalToken_filter!
    $moreNetworks: NetworkToken_filter!
  ) {
    people: personalTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $people) {
      id name symbol createdAt holderCount person { id }
    }
    networks: networkTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $networks) {
      id name symbol createdAt holderCount
    }
    morePeople: personalTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $morePeople) {
      id name symbol createdAt holderCount person { id }
    }
    moreNetworks: networkTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $moreNetworks) {
      id name symbol createdAt holderCount
    }
  }
`);

/** Most of each kind that one question brings. */
const MOST = 8;
/** An address, or so much of its beginning that looking for it makes sense. */
const ADDRESS_BEGINNING = /^0x[0-9a-f]{1,40}$/;
const ADDRESS_DIGITS = 40;

interface Row {
  readonly id: unknown;
  readonly name: unknown;
  readonly symbol: unknown;
  readonly createdAt: unknown;
  readonly holderCount: unknown;
  readonly person?: { readonly id: unknown };
}

/**
 * The query of people and networks in the whole index whose name or symbol begins with a text, or whose name has it, in
 * whatever case; or whose address, or person's, begins with it. The index tells accents apart.
 *
 * @param text Trimmed, not empty.
 */
export function findInIndexQueryOptions(text: string) {
  return queryOptions({
    queryKey: queryKeys.index("find", text),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly FoundToken[]> => {
      const answer = await queryGraphql(FIND, findVariables(text), { signal });
      const found = [
        ...[...answer.people, ...answer.morePeople].map((row) => readFound(row, "person")),
        ...[...answer.networks, ...answer.moreNetworks].map((row) => readFound(row, "network")),
      ];
      return [...new Map(found.map((token) => [token.address, token])).values()];
    },
  });
}

function findVariables(text: string): VariablesOf<typeof FIND> {
  const wanted = text.toLowerCase();
  if (ADDRESS_BEGINNING.test(wanted)) return addressVariables(wanted);
  const begins = { or: [{ name_starts_with_nocase: text }, { symbol_starts_with_nocase: text }] };
  const has = { name_contains_nocase: text };
  return { first: MOST, people: begins, networks: begins, morePeople: has, moreNetworks: has };
}

/** Addresses are ordered, so those with one beginning lie between it filled up with zeros and with the highest digit. */
function addressVariables(beginning: string): VariablesOf<typeof FIND> {
  const from = beginning.padEnd(ADDRESS_DIGITS + 2, "0");
  const to = beginning.padEnd(ADDRESS_DIGITS + 2, "f");
  const token = { id_gte: from, id_lte: to } as const;
  return {
    first: MOST,
    people: token,
    networks: token,
    morePeople: { person_gte: from, person_lte: to },
    moreNetworks: token,
  } as VariablesOf<typeof FIND>;
}

function readFound(row: Row, kind: NamedToken["kind"]): FoundToken {
  return {
    ...readNamed(row, kind),
    ...(row.person && { person: readAddress(row.person.id, "PersonalToken.person") }),
    createdAt: readCount(row.createdAt, "token.createdAt"),
    holderCount: readCount(row.holderCount, "token.holderCount"),
  };
}
