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
    $samePeople: PersonalToken_filter!
    $sameNetworks: NetworkToken_filter!
    $beginningPeople: PersonalToken_filter!
    $beginningNetworks: NetworkToken_filter!
    $havingPeople: PersonalToken_filter!
    $havingNetworks: NetworkToken_filter!
  ) {
    samePeople: personalTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $samePeople) {
      id name symbol createdAt holderCount person { id }
    }
    sameNetworks: networkTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $sameNetworks) {
      id name symbol createdAt holderCount
    }
    beginningPeople: personalTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $beginningPeople) {
      id name symbol createdAt holderCount person { id }
    }
    beginningNetworks: networkTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $beginningNetworks) {
      id name symbol createdAt holderCount
    }
    havingPeople: personalTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $havingPeople) {
      id name symbol createdAt holderCount person { id }
    }
    havingNetworks: networkTokens(first: $first, orderBy: holderCount, orderDirection: desc, where: $havingNetworks) {
      id name symbol createdAt holderCount
    }
  }
`);

/** Most of each kind that one question brings. */
const MOST = 8;
/** An address, or so much of its beginning that looking for it makes sense. */
const ADDRESS_BEGINNING = /^0x[0-9a-f]{1,40}$/;
const ADDRESS_DIGITS = 40;
/** What patterns of the index give a meaning to; there is no way to take it from them that every index knows. */
const PATTERN_SIGNS = /[\\%_]/g;
/** Stands for any character in a pattern: what fits it but not the text is left out of what is offered. */
const ANY_CHARACTER = "_";

interface Row {
  readonly id: unknown;
  readonly name: unknown;
  readonly symbol: unknown;
  readonly createdAt: unknown;
  readonly holderCount: unknown;
  readonly person?: { readonly id: unknown };
}

/**
 * The query of people and networks in the whole index whose name or symbol is or begins with a text, or whose name has it,
 * in whatever case and with or without accents; or whose address, or person's, begins with it.
 *
 * @param folded By `foldText`, trimmed, not empty.
 */
export function findInIndexQueryOptions(folded: string) {
  return queryOptions({
    queryKey: queryKeys.index("find", folded),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly FoundToken[]> => {
      const answer = await queryGraphql(FIND, findVariables(folded), { signal });
      const found = [
        ...[...answer.samePeople, ...answer.beginningPeople, ...answer.havingPeople].map((row) =>
          readFound(row, "person"),
        ),
        ...[...answer.sameNetworks, ...answer.beginningNetworks, ...answer.havingNetworks].map((row) =>
          readFound(row, "network"),
        ),
      ];
      return [...new Map(found.map((token) => [token.address, token])).values()];
    },
  });
}

function findVariables(folded: string): VariablesOf<typeof FIND> {
  return ADDRESS_BEGINNING.test(folded) ? addressVariables(folded) : nameVariables(folded);
}

function nameVariables(folded: string): VariablesOf<typeof FIND> {
  const pattern = folded.replace(PATTERN_SIGNS, ANY_CHARACTER);
  return {
    first: MOST,
    ...ofBothKinds("same", { or: [{ foldedName: folded }, { foldedSymbol: folded }] }),
    ...ofBothKinds("beginning", { or: [{ foldedName_starts_with: pattern }, { foldedSymbol_starts_with: pattern }] }),
    ...ofBothKinds("having", { foldedName_contains: pattern }),
  } as VariablesOf<typeof FIND>;
}

/** Addresses are ordered, so those with one beginning lie between it filled up with zeros and with the highest digit. */
function addressVariables(beginning: string): VariablesOf<typeof FIND> {
  const from = beginning.padEnd(ADDRESS_DIGITS + 2, "0");
  const to = beginning.padEnd(ADDRESS_DIGITS + 2, "f");
  const nobody = { id_in: [] };
  return {
    first: MOST,
    ...ofBothKinds("same", nobody),
    ...ofBothKinds("beginning", { id_gte: from, id_lte: to }),
    havingPeople: { person_gte: from, person_lte: to },
    havingNetworks: nobody,
  } as VariablesOf<typeof FIND>;
}

function ofBothKinds<How extends "same" | "beginning" | "having">(how: How, filter: object) {
  return { [`${how}People`]: filter, [`${how}Networks`]: filter } as Record<`${How}People` | `${How}Networks`, object>;
}

function readFound(row: Row, kind: NamedToken["kind"]): FoundToken {
  return {
    ...readNamed(row, kind),
    ...(row.person && { person: readAddress(row.person.id, "PersonalToken.person") }),
    createdAt: readCount(row.createdAt, "token.createdAt"),
    holderCount: readCount(row.holderCount, "token.holderCount"),
  };
}
