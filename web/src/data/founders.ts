import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { readNetwork, readPerson, readProtocol } from "./assemble-snapshot.ts";
import { readAllPages } from "./fetch-ownership.ts";
import { graphql } from "./graphql.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import type { ProtocolInfo, TokenInfo } from "./ownership-snapshot.ts";
import { type QueryOptions, queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { IndexAnswerError, readAddress, readAmount } from "./read-answer.ts";

const FOUNDERS = graphql(`
  query Founders($ids: [Bytes!]!, $members: [String!]!, $accounts: [String!]!, $first: Int!) {
    _meta { block { number timestamp } }
    protocols(first: 1) { registry currency currencySymbol currencyDecimals totalRealized totalIncome totalClaimed }
    personalTokens(first: $first, where: { id_in: $ids }) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt totalRealized
      person {
        id
        holdings(first: $first, where: { token_in: $members }) { token { id } holder { id } balance }
      }
    }
    networkTokens(first: $first, where: { id_in: $ids }) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt founded foundingEnds memberCount
    }
    holdings(first: $first, where: { token_in: $members, holder_in: $accounts }) {
      token { id } holder { id } balance
    }
  }
`);

const TREASURIES = graphql(`
  query TreasuriesOfNetwork($network: String!, $after: Bytes!, $first: Int!) {
    holdings(
      first: $first
      orderBy: id
      where: { token: $network, class: TREASURY, balance_gt: "0", id_gt: $after }
    ) {
      id balance treasuryOf { __typename }
    }
  }
`);

/** Less than the id of any holding. */
const FIRST = "0x00";

/** What the rules of a founding need to know of the tokens that founders stake. */
export interface FoundersFacts {
  readonly protocol: ProtocolInfo;
  /** Of the answer's block, Unix time. */
  readonly timestamp: number;
  /** Those of the tokens asked about that exist. */
  readonly tokens: ReadonlyMap<Address, TokenInfo>;
  /**
   * By token, what each account holds of it that was asked about, and each person of these tokens; in wei, 0 where there is no
   * holding.
   */
  readonly balances: ReadonlyMap<Address, ReadonlyMap<Address, bigint>>;
  /** What networks hold of each network, in wei. */
  readonly heldByNetworks: ReadonlyMap<Address, bigint>;
}

/**
 * The query of what a founding needs to know of the tokens `members`, and of what `accounts` hold of them. While it is asked
 * about others, the answer before stays.
 */
export function foundersQueryOptions(members: readonly Address[], accounts: readonly Address[]) {
  const ids = [...new Set(members)].sort();
  const holders = [...new Set(accounts)].sort();
  return queryOptions({
    queryKey: queryKeys.index("founders", ids, holders),
    queryFn: ({ signal }) => fetchFounders(ids, holders, { signal }),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}

async function fetchFounders(
  members: readonly Address[],
  accounts: readonly Address[],
  options: QueryOptions,
): Promise<FoundersFacts> {
  const variables = { ids: [...members], members: [...members], accounts: [...accounts], first: PAGE_SIZE };
  const answer = await queryGraphql(FOUNDERS, variables, options);
  const meta = answer._meta?.block;
  if (!meta) throw new IndexAnswerError("_meta", answer._meta, "the block of the answer");
  const timestamp = meta.timestamp ?? 0;
  const people = answer.personalTokens.map((row) => readPerson(row, timestamp));
  const networks = answer.networkTokens.map((row) => readNetwork(row, timestamp));
  const tokens = [...people, ...networks];
  const holders = [...accounts, ...people.flatMap(({ person }) => person ?? [])];
  const balances = new Map(tokens.map(({ address }) => [address, new Map(holders.map((holder) => [holder, 0n]))]));
  for (const row of [...answer.holdings, ...answer.personalTokens.flatMap(({ person }) => person.holdings)]) {
    const balance = readAmount(row.balance, "Holding.balance");
    balances
      .get(readAddress(row.token.id, "Holding.token"))
      ?.set(readAddress(row.holder.id, "Holding.holder"), balance);
  }
  const held = networks.map(async (network) => [network.address, await heldByNetworks(network, options)] as const);
  return {
    protocol: readProtocol(answer.protocols[0]),
    timestamp,
    tokens: new Map(tokens.map((token) => [token.address, token])),
    balances,
    heldByNetworks: new Map(await Promise.all(held)),
  };
}

/** What networks hold of a network, in wei; most networks are in no treasury at all. */
async function heldByNetworks({ address, treasuryHeld }: TokenInfo, options: QueryOptions): Promise<bigint> {
  if (treasuryHeld === 0n) return 0n;
  const read = async (after: `0x${string}`) =>
    (await queryGraphql(TREASURIES, { network: address, after, first: PAGE_SIZE }, options)).holdings;
  const holdings = await readAllPages(await read(FIRST), read);
  return holdings
    .filter(({ treasuryOf }) => treasuryOf?.__typename === "NetworkToken")
    .reduce((sum, { balance }) => sum + readAmount(balance, "Holding.balance"), 0n);
}
