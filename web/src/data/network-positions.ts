import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount } from "./read-answer.ts";

const POSITIONS = graphql(`
  query Positions($network: String!, $accounts: [String!]!) {
    positions(where: { network: $network, account_in: $accounts }, first: 1000) {
      member {
        id
      }
      account {
        id
      }
      staked
      minted
      returned
      burned
    }
    stakes(where: { network: $network, to_in: $accounts, terms_: { kind: FOUNDING } }, first: 1000) {
      terms {
        number
      }
      to {
        id
      }
    }
  }
`);

/** What an account staked in a network with one member token, and has not got back. Amounts in wei. */
export interface Position {
  readonly member: Address;
  /** Who received the network shares: the one that can leave. */
  readonly account: Address;
  /** Member shares that are still in. */
  readonly staked: bigint;
  /** Network shares that were received for them: what was minted less what was burned; 0 at least. */
  readonly minted: bigint;
}

/** What somebody has staked in a network. */
export interface NetworkPositions {
  /** Those with something still in. */
  readonly positions: readonly Position[];
  /** Who received the shares of founding terms that were used, by their number. */
  readonly founderReceivers: ReadonlyMap<number, Address>;
}

/** What `accounts` (a wallet and the token that it controls) have staked in a network. */
export function positionsQueryOptions(network: Address, accounts: readonly Address[]) {
  return queryOptions({
    queryKey: queryKeys.index("positions", network, accounts),
    queryFn: ({ signal }) => readPositions(network, accounts, signal),
    enabled: accounts.length > 0,
    structuralSharing: false,
  });
}

async function readPositions(
  network: Address,
  accounts: readonly Address[],
  signal: AbortSignal,
): Promise<NetworkPositions> {
  const { positions, stakes } = await queryGraphql(POSITIONS, { network, accounts: [...accounts] }, { signal });
  return {
    positions: positions
      .map((row) => {
        const minted = readAmount(row.minted, "Position.minted");
        const burned = readAmount(row.burned, "Position.burned");
        return {
          member: readAddress(row.member.id, "Position.member"),
          account: readAddress(row.account.id, "Position.account"),
          staked: readAmount(row.staked, "Position.staked") - readAmount(row.returned, "Position.returned"),
          minted: minted > burned ? minted - burned : 0n,
        };
      })
      .filter(({ staked }) => staked > 0n),
    founderReceivers: new Map(stakes.map(({ terms, to }) => [terms.number, readAddress(to.id, "Stake.to")])),
  };
}
