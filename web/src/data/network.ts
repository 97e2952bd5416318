import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { type CancelledBy, readCancelledBy } from "./cancelled-by.ts";
import { readAllPages } from "./fetch-ownership.ts";
import { graphql, type ResultOf } from "./graphql.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

const NETWORK = graphql(`
  query Network($id: ID!, $first: Int!) {
    _meta { block { number } }
    networkToken(id: $id) {
      creator { id }
      governor
      founded foundingEnds founderCount proposalCount
      terms(orderBy: id, first: $first) {
        id number kind status member { id } account { id } rate cap used opensAt expiry lockup maxMemberSupply sponsor { id }
        cancelledBy { id }
      }
      members(orderBy: id, first: $first) { id member { id } staked returned broughtIn joinedAt }
    }
  }
`);

/** Terms after those with an id; ids rise with the number. */
const MORE_TERMS = graphql(`
  query MoreTerms($network: String!, $after: Bytes!, $first: Int!) {
    terms: terms_collection(where: { network: $network, id_gt: $after }, orderBy: id, first: $first) {
      id number kind status member { id } account { id } rate cap used opensAt expiry lockup maxMemberSupply sponsor { id }
      cancelledBy { id }
    }
  }
`);

const MORE_MEMBERS = graphql(`
  query MoreMembers($network: String!, $after: Bytes!, $first: Int!) {
    members: memberships(where: { network: $network, id_gt: $after }, orderBy: id, first: $first) {
      id member { id } staked returned broughtIn joinedAt
    }
  }
`);

/** What became of terms; whether they can be used is a matter of time too. */
export type TermsStatus = "open" | "used-up" | "taken-back" | "cancelled";

/** What all terms of a network have in common. */
export interface NetworkTerms {
  /** Number within the network, from 0. */
  readonly number: number;
  readonly status: TermsStatus;
  readonly member: Address;
  /** Who may use the terms; null for anyone. */
  readonly account: Address | null;
  /** Network shares per member share, 1e18 = one for one: minted on entry, burned at least on exit. */
  readonly rate: bigint;
  /** Most member shares that move, in wei of the member token; once the terms are cancelled, those that did. */
  readonly cap: bigint;
  /** Moved so far, in wei of the member token. */
  readonly used: bigint;
  /** First second at which the terms can be used, Unix time. */
  readonly opensAt: number;
  /** Last second at which the terms can be used, Unix time. */
  readonly expiry: number;
  /** Who proposed the terms, and so brought the member in; null for founding terms. */
  readonly sponsor: Address | null;
  readonly cancelledBy: CancelledBy;
}

/** An offer by a network to take in member shares; not one to give them back. */
export interface OfferedTerms extends NetworkTerms {
  /** Seconds for which new shares don't move. */
  readonly lockup: number;
  /** A stake reverts when the member's total supply is above this, in wei. */
  readonly maxMemberSupply: bigint;
  /** Founding terms are used whole and once, by the named founder. */
  readonly founding: boolean;
}

/** An offer by a network to give member shares back to one account. */
export interface ExitTerms extends NetworkTerms {
  readonly account: Address;
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
  /** Proposals ever made. */
  readonly proposalCount: number;
  readonly terms: readonly OfferedTerms[];
  readonly exits: readonly ExitTerms[];
  /** In the order in which they joined. */
  readonly members: readonly NetworkMember[];
}

/** Terms, members and founding of one network; null when the index has none at this address. */
export function networkQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("network", network),
    queryFn: ({ signal }) => readNetwork(network, signal),
  });
}

async function readNetwork(network: Address, signal: AbortSignal): Promise<NetworkRecord | null> {
  const first = PAGE_SIZE;
  const answer = await queryGraphql(NETWORK, { id: network, first }, { signal });
  const found = answer.networkToken;
  if (found === null) return null;
  const [terms, members] = await Promise.all([
    readAllPages(
      found.terms,
      async (after) => (await queryGraphql(MORE_TERMS, { network, after, first }, { signal })).terms,
    ),
    readAllPages(
      found.members,
      async (after) => (await queryGraphql(MORE_MEMBERS, { network, after, first }, { signal })).members,
    ),
  ]);
  return {
    block: answer._meta?.block.number ?? 0,
    creator: readAddress(found.creator.id, "found.creator.id"),
    founded: found.founded,
    foundingEnds: readCount(found.foundingEnds, "found.foundingEnds"),
    founderCount: found.founderCount,
    proposalCount: found.proposalCount,
    terms: terms
      .filter(({ kind }) => kind !== "EXIT")
      .map((row) => ({
        ...readTerms(row, found.governor),
        lockup: readCount(row.lockup, "terms.lockup"),
        maxMemberSupply: readAmount(row.maxMemberSupply, "terms.maxMemberSupply"),
        founding: row.kind === "FOUNDING",
      })),
    exits: terms
      .filter(({ kind }) => kind === "EXIT")
      .map((row) => ({ ...readTerms(row, found.governor), account: readAddress(row.account?.id, "terms.account.id") })),
    members: members.map(readMember).sort((a, b) => a.joinedAt - b.joinedAt),
  };
}

type NetworkRow = NonNullable<ResultOf<typeof NETWORK>["networkToken"]>;

function readMember(row: NetworkRow["members"][number]): NetworkMember {
  return {
    member: readAddress(row.member.id, "membership.member.id"),
    staked: readAmount(row.staked, "membership.staked") - readAmount(row.returned, "membership.returned"),
    broughtIn: readAmount(row.broughtIn, "membership.broughtIn"),
    joinedAt: readCount(row.joinedAt, "membership.joinedAt"),
  };
}

/** The index's names for what became of terms. */
export const TERMS_STATUS = {
  OPEN: "open",
  USED_UP: "used-up",
  TAKEN_BACK: "taken-back",
  CANCELLED: "cancelled",
} as const;

function readTerms(terms: NetworkRow["terms"][number], governor: NetworkRow["governor"]): NetworkTerms {
  return {
    number: terms.number,
    status: TERMS_STATUS[terms.status],
    member: readAddress(terms.member.id, "terms.member.id"),
    account: terms.account ? readAddress(terms.account.id, "terms.account.id") : null,
    rate: readAmount(terms.rate, "terms.rate"),
    cap: readAmount(terms.cap, "terms.cap"),
    used: readAmount(terms.used, "terms.used"),
    opensAt: readCount(terms.opensAt, "terms.opensAt"),
    expiry: readCount(terms.expiry, "terms.expiry"),
    sponsor: terms.sponsor ? readAddress(terms.sponsor.id, "terms.sponsor.id") : null,
    cancelledBy: readCancelledBy(terms, governor),
  };
}
