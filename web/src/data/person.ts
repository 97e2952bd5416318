import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

/** Gains shown on one page; the index holds all of them. */
export const MOST_REALIZATIONS = 200;

const PERSON = graphql(`
  query Person($id: ID!, $token: String!, $most: Int!) {
    _meta {
      block {
        number
      }
    }
    personalToken(id: $id) {
      transfersOpen
      streamLeft
    }
    realizations(where: { token: $token }, orderBy: number, orderDirection: desc, first: $most) {
      id
      number
      amount
      duration
      evidence
      timestamp
      transaction
    }
    memberships(where: { member: $token }, orderBy: joinedAt, orderDirection: asc, first: 1000) {
      network {
        id
      }
      staked
      returned
      sharesIssued
      sharesBurned
      broughtIn
      joinedAt
    }
  }
`);

/** One gain that a person realized. */
export interface RealizedGain {
  readonly id: string;
  /** Number within the token, from 0. */
  readonly number: number;
  /** As reported by the person, in wei of the currency. */
  readonly amount: bigint;
  /** Seconds over which it streams; 0 is at once. */
  readonly duration: number;
  /** Link or hash to what backs it, as the person wrote it. */
  readonly evidence: string;
  /** Unix time. */
  readonly timestamp: number;
  readonly transaction: string;
}

/** A network that took in shares of a person's token. */
export interface JoinedNetwork {
  readonly network: Address;
  /** What was staked and not given back, in wei of the member token. */
  readonly staked: bigint;
  /** What was issued for the stakes and not burned again, in wei of the network token. */
  readonly received: bigint;
  /** Income that the network harvested from this member, in wei of the currency. */
  readonly broughtIn: bigint;
  /** Unix time of the first stake. */
  readonly joinedAt: number;
}

/** What the person's page shows beside the ownership snapshot. */
export interface PersonRecord {
  /** Block at which the index answered. */
  readonly block: number;
  readonly transfersOpen: boolean;
  /** Paid in and still streaming, in wei of the currency. */
  readonly streamLeft: bigint;
  /** Newest first. */
  readonly gains: readonly RealizedGain[];
  /** Oldest first. */
  readonly networks: readonly JoinedNetwork[];
}

/** Gains, networks and settings of one personal token; null when the index has none at this address. */
export function personQueryOptions(token: Address) {
  return queryOptions({
    queryKey: queryKeys.index("person", token),
    queryFn: ({ signal }) => readPerson(token, signal),
  });
}

async function readPerson(token: Address, signal: AbortSignal): Promise<PersonRecord | null> {
  const variables = { id: token, token, most: MOST_REALIZATIONS };
  const answer = await queryGraphql(PERSON, variables, { signal });
  if (answer.personalToken === null) return null;
  return {
    block: answer._meta?.block.number ?? 0,
    transfersOpen: answer.personalToken.transfersOpen,
    streamLeft: readAmount(answer.personalToken.streamLeft, "personalToken.streamLeft"),
    gains: answer.realizations.map((gain) => ({
      id: gain.id,
      number: readCount(gain.number, "gain.number"),
      amount: readAmount(gain.amount, "gain.amount"),
      duration: readCount(gain.duration, "gain.duration"),
      evidence: gain.evidence,
      timestamp: readCount(gain.timestamp, "gain.timestamp"),
      transaction: gain.transaction,
    })),
    networks: answer.memberships.map((membership) => ({
      network: readAddress(membership.network.id, "membership.network.id"),
      staked:
        readAmount(membership.staked, "membership.staked") - readAmount(membership.returned, "membership.returned"),
      received:
        readAmount(membership.sharesIssued, "membership.sharesIssued") -
        readAmount(membership.sharesBurned, "membership.sharesBurned"),
      broughtIn: readAmount(membership.broughtIn, "membership.broughtIn"),
      joinedAt: readCount(membership.joinedAt, "membership.joinedAt"),
    })),
  };
}
