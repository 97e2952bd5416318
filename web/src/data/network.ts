import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

const NETWORK = graphql(`
  query Network($id: ID!) {
    _meta {
      block {
        number
      }
    }
    networkToken(id: $id) {
      creator {
        id
      }
      founded
      foundingEnds
      founderCount
      terms(where: { kind_not: EXIT }, orderBy: number, orderDirection: asc, first: 1000) {
        number
        kind
        member {
          id
        }
        account {
          id
        }
        rate
        cap
        used
        opensAt
        expiry
        lockup
        maxMemberSupply
        sponsor {
          id
        }
      }
      members(orderBy: joinedAt, orderDirection: asc, first: 1000) {
        member {
          id
        }
        staked
        returned
        broughtIn
        joinedAt
      }
    }
  }
`);

const GAINS_OF_MEMBERS = graphql(`
  query GainsOfMembers($members: [String!]!, $since: BigInt!) {
    incomes(
      where: { token_in: $members, timestamp_gte: $since }
      orderBy: timestamp
      orderDirection: desc
      first: 1000
    ) {
      token {
        id
      }
      kind
      source {
        id
      }
      amount
      timestamp
    }
  }
`);

/** An offer by a network to take in member shares; not one to give them back. */
export interface OfferedTerms {
  /** Number within the network, from 0. */
  readonly number: number;
  readonly member: Address;
  /** Who may use the terms; null for anyone. */
  readonly account: Address | null;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Most member shares taken in, in wei of the member token. */
  readonly cap: bigint;
  /** Taken in so far, in wei of the member token. */
  readonly used: bigint;
  /** First second at which the terms can be used, Unix time. */
  readonly opensAt: number;
  /** Last second at which the terms can be used, Unix time. */
  readonly expiry: number;
  /** Seconds for which new shares don't move. */
  readonly lockup: number;
  /** A stake reverts when the member's total supply is above this, in wei. */
  readonly maxMemberSupply: bigint;
  /** Who proposed the terms, and so brought the member in; null for founding terms. */
  readonly sponsor: Address | null;
  /** Founding terms are used whole and once, by the named founder. */
  readonly founding: boolean;
}

/** A member token of which the network took shares in. */
export interface NetworkMember {
  readonly member: Address;
  /** What was staked and not given back, in wei of the member token. */
  readonly staked: bigint;
  /** Income that the network harvested from this member, in wei of the currency. */
  readonly broughtIn: bigint;
  /** Unix time of the first stake. */
  readonly joinedAt: number;
}

/** What the network's page shows beside the ownership snapshot. */
export interface NetworkRecord {
  /** Block at which the index answered. */
  readonly block: number;
  readonly creator: Address;
  readonly founded: boolean;
  /** Last second in which founders can stake, Unix time. */
  readonly foundingEnds: number;
  readonly founderCount: number;
  readonly terms: readonly OfferedTerms[];
  readonly members: readonly NetworkMember[];
}

/** Income of a member, for the golden strands of the cloth. */
export interface MemberGain {
  readonly member: Address;
  readonly kind: "REALIZED" | "HARVESTED" | "DONATED";
  /** Who paid. */
  readonly source: Address;
  /** In wei of the currency. */
  readonly amount: bigint;
  /** Unix time. */
  readonly timestamp: number;
}

/** Terms, members and founding of one network; null when the index has none at this address. */
export function networkQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("network", network),
    queryFn: ({ signal }) => readNetwork(network, signal),
  });
}

/** Income of `members` from the Unix time `since` on, newest first. */
export function memberGainsQueryOptions(members: readonly Address[], since: number) {
  return queryOptions({
    queryKey: queryKeys.index("member-gains", members, since),
    queryFn: ({ signal }) => readMemberGains(members, since, signal),
    enabled: members.length > 0,
  });
}

async function readNetwork(network: Address, signal: AbortSignal): Promise<NetworkRecord | null> {
  const answer = await queryGraphql(NETWORK, { id: network }, { signal });
  const found = answer.networkToken;
  if (found === null) return null;
  return {
    block: answer._meta?.block.number ?? 0,
    creator: readAddress(found.creator.id, "found.creator.id"),
    founded: found.founded,
    foundingEnds: readCount(found.foundingEnds, "found.foundingEnds"),
    founderCount: found.founderCount,
    terms: found.terms.map((terms) => ({
      number: terms.number,
      member: readAddress(terms.member.id, "terms.member.id"),
      account: terms.account ? readAddress(terms.account.id, "terms.account.id") : null,
      rate: readAmount(terms.rate, "terms.rate"),
      cap: readAmount(terms.cap, "terms.cap"),
      used: readAmount(terms.used, "terms.used"),
      opensAt: readCount(terms.opensAt, "terms.opensAt"),
      expiry: readCount(terms.expiry, "terms.expiry"),
      lockup: readCount(terms.lockup, "terms.lockup"),
      maxMemberSupply: readAmount(terms.maxMemberSupply, "terms.maxMemberSupply"),
      sponsor: terms.sponsor ? readAddress(terms.sponsor.id, "terms.sponsor.id") : null,
      founding: terms.kind === "FOUNDING",
    })),
    members: found.members.map((membership) => ({
      member: readAddress(membership.member.id, "membership.member.id"),
      staked:
        readAmount(membership.staked, "membership.staked") - readAmount(membership.returned, "membership.returned"),
      broughtIn: readAmount(membership.broughtIn, "membership.broughtIn"),
      joinedAt: readCount(membership.joinedAt, "membership.joinedAt"),
    })),
  };
}

async function readMemberGains(
  members: readonly Address[],
  since: number,
  signal: AbortSignal,
): Promise<readonly MemberGain[]> {
  const variables = { members: [...members], since: String(since) };
  const { incomes } = await queryGraphql(GAINS_OF_MEMBERS, variables, { signal });
  return incomes.map((income) => ({
    member: readAddress(income.token.id, "income.token.id"),
    kind: income.kind,
    source: readAddress(income.source.id, "income.source.id"),
    amount: readAmount(income.amount, "income.amount"),
    timestamp: readCount(income.timestamp, "income.timestamp"),
  }));
}
