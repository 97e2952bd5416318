import type { Address } from "../../lib/address.ts";
import { safeText } from "../../lib/safe-text.ts";
import { graphql } from "../graphql.ts";
import { PAGE_SIZE } from "../ownership-documents.ts";
import type { AccountInfo } from "../ownership-snapshot.ts";
import { queryGraphql } from "../query-graphql.ts";
import { readAddress, readText } from "../read-answer.ts";
import { joinNames, type NamedToken, type Names } from "./names.ts";

const NAMES = graphql(`
  query Names($ids: [Bytes!]!, $accounts: [String!]!, $first: Int!) {
    personalTokens(first: $first, where: { or: [{ id_in: $ids }, { person_in: $accounts }] }) {
      id name symbol person { id }
    }
    networkTokens(first: $first, where: { id_in: $ids }) {
      id name symbol
    }
    pools: holdings(first: $first, where: { holder_in: $accounts, class: EXCLUDED }) {
      holder { id }
    }
  }
`);

/** Addresses in one question; a wallet and a token of each fit into an answer. */
const AT_ONCE = PAGE_SIZE / 2;

/** Asks the index what addresses are called. Throws the errors of `queryGraphql` and `IndexAnswerError`. */
export async function fetchNames(addresses: readonly Address[], signal?: AbortSignal): Promise<Names> {
  const parts: Promise<Names>[] = [];
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    parts.push(fetchPart(addresses.slice(from, from + AT_ONCE), signal));
  }
  return joinNames(await Promise.all(parts));
}

async function fetchPart(addresses: readonly Address[], signal: AbortSignal | undefined): Promise<Names> {
  const variables = { ids: [...addresses], accounts: [...addresses], first: PAGE_SIZE };
  const { personalTokens, networkTokens, pools } = await queryGraphql(NAMES, variables, { signal });
  const tokens = [
    ...personalTokens.map(
      (row): NamedToken => ({
        ...readNamed(row, "person"),
        person: readAddress(row.person.id, "PersonalToken.person"),
      }),
    ),
    ...networkTokens.map((row) => readNamed(row, "network")),
  ];
  const inPools = new Set(pools.map(({ holder }) => readAddress(holder.id, "Holding.holder")));
  const accounts = new Map<Address, AccountInfo>();
  for (const address of addresses) accounts.set(address, { address, pool: inPools.has(address) });
  for (const { address, person } of tokens) {
    accounts.set(address, { address, token: address, pool: inPools.has(address) });
    if (person) accounts.set(person, { address: person, personalToken: address, pool: inPools.has(person) });
  }
  return { tokens: new Map(tokens.map((token) => [token.address, token])), accounts };
}

/** The name of a token's row, cleaned for display. Throws `IndexAnswerError`. */
export function readNamed(
  row: { readonly id: unknown; readonly name: unknown; readonly symbol: unknown },
  kind: NamedToken["kind"],
): NamedToken {
  return {
    address: readAddress(row.id, "token.id"),
    kind,
    name: safeText(readText(row.name, "token.name"), 64) || "Unnamed",
    symbol: safeText(readText(row.symbol, "token.symbol"), 16),
  };
}
