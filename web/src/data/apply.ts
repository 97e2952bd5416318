import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql } from "./graphql.ts";
import { readNamed } from "./names/fetch-names.ts";
import type { NamedToken } from "./names/names.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount } from "./read-answer.ts";

const NETWORK = graphql(`
  query ApplyTo($id: ID!) {
    networkToken(id: $id) { id name symbol totalSupply founded }
  }
`);

const STAKEABLE = graphql(`
  query Stakeable($account: String!, $id: ID!, $first: Int!) {
    account(id: $id) { personalToken { id } }
    holdings(first: $first, orderBy: balance, orderDirection: desc, where: { holder: $account, balance_gt: "0" }) {
      balance
      token { __typename id name symbol }
    }
  }
`);

/** A network that somebody applies to. */
export interface AppliedNetwork extends NamedToken {
  /** In wei of shares. */
  readonly totalSupply: bigint;
  /** Whether every founder has staked. */
  readonly founded: boolean;
}

/** Shares that an account holds and could stake. */
export interface Stakeable {
  readonly token: NamedToken;
  /** In wei of the token. */
  readonly balance: bigint;
}

/** The network at an address; null where there is none. */
export function appliedNetworkQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("apply-to", network),
    queryFn: async ({ signal }): Promise<AppliedNetwork | null> => {
      const { networkToken: row } = await queryGraphql(NETWORK, { id: network }, { signal });
      if (!row) return null;
      const totalSupply = readAmount(row.totalSupply, "NetworkToken.totalSupply");
      return { ...readNamed(row, "network"), totalSupply, founded: row.founded };
    },
    structuralSharing: false,
  });
}

/** What an account could stake in a network: its own shares first, then what it holds most of. */
export function stakeableQueryOptions(network: Address, account: Address) {
  return queryOptions({
    queryKey: queryKeys.index("stakeable", network, account),
    queryFn: async ({ signal }): Promise<readonly Stakeable[]> => {
      const variables = { account, id: account, first: PAGE_SIZE };
      const { account: holder, holdings } = await queryGraphql(STAKEABLE, variables, { signal });
      const own = holder?.personalToken ? readAddress(holder.personalToken.id, "PersonalToken.id") : undefined;
      return holdings
        .map(({ token, balance }) => ({
          token: readNamed(token, token.__typename === "PersonalToken" ? "person" : "network"),
          balance: readAmount(balance, "Holding.balance"),
        }))
        .filter(({ token }) => token.address !== network)
        .sort((a, b) => Number(b.token.address === own) - Number(a.token.address === own));
    },
    structuralSharing: false,
  });
}
