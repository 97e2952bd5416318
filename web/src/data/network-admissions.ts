import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { type CancelledBy, readCancelledBy } from "./cancelled-by.ts";
import { readAllPages } from "./fetch-ownership.ts";
import type { VoteFacts } from "./governance/proposal.ts";
import { readVoteFacts } from "./governance/read-governance.ts";
import { graphql, type ResultOf } from "./graphql.ts";
import { TERMS_STATUS, type TermsStatus } from "./network.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount, readText } from "./read-answer.ts";

const SPONSORED_TERMS = graphql(`
  query SponsoredTerms($network: String!, $after: Bytes!, $first: Int!) {
    proposalCalls(
      where: { action: CREATE_ENTRY_TERMS, proposal_: { network: $network }, id_gt: $after }
      orderBy: id
      orderDirection: asc
      first: $first
    ) {
      id
      member {
        id
      }
      account {
        id
      }
      rate
      cap
      lockup
      terms(first: 1) {
        number
        status
        used
        expiry
        cancelledBy {
          id
        }
      }
      proposal {
        network {
          governor
        }
        title
        proposer {
          id
        }
        status
        startsAt
        endsAt
        expiresAt
        quorum
        forVotes
        againstVotes
        abstainVotes
        createdAt
      }
    }
  }
`);

const SPONSORED_MEMBERS = graphql(`
  query SponsoredMembers($network: String!, $after: Bytes!, $first: Int!) {
    memberships(
      where: { network: $network, sponsor_not: null, id_gt: $after }
      orderBy: id
      orderDirection: asc
      first: $first
    ) {
      id
      terms {
        number
      }
      staked
      returned
      broughtIn
      joinedAt
      realizedBefore
    }
  }
`);

/** Somebody stood for a member: terms to join were put to the vote. Amounts in wei. */
export interface Admission {
  readonly id: string;
  readonly sponsor: Address;
  readonly title: string;
  /** Unix time of the proposal. */
  readonly createdAt: number;
  readonly member: Address;
  /** Who would stake; null for anyone. */
  readonly account: Address | null;
  /** Most member shares that are taken in, in wei of the member token. */
  readonly cap: bigint;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Seconds for which new shares don't move. */
  readonly lockup: number;
  readonly vote: VoteFacts;
  /** The terms that came into force; undefined if none did. */
  readonly terms: AdmissionTerms | undefined;
  /** What came of the member; undefined if nobody came in by these terms first. */
  readonly joined: JoinedMember | undefined;
}

/** Terms that an admission made. */
export interface AdmissionTerms {
  readonly number: number;
  readonly status: TermsStatus;
  /** Staked under them, in wei of the member token. */
  readonly used: bigint;
  /** Last second at which they can be used, Unix time. */
  readonly expiry: number;
  readonly cancelledBy: CancelledBy;
}

/** A member that came in by an admission. */
export interface JoinedMember {
  /** Unix time of the first stake. */
  readonly joinedAt: number;
  /** Still in, in wei of the member token. */
  readonly staked: bigint;
  /** Given back, in wei of the member token. */
  readonly returned: bigint;
  /** Income that the network collected from the member, in wei of the currency. */
  readonly broughtIn: bigint;
  /** Realized by the person before that stake, in wei of the currency; null where the member is a network. */
  readonly realizedBefore: bigint | null;
}

/** Everybody that somebody stood for in a network, the newest first. */
export function admissionsQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("admissions", network),
    queryFn: ({ signal }) => readAdmissions(network, signal),
    structuralSharing: false,
  });
}

type CallRow = ResultOf<typeof SPONSORED_TERMS>["proposalCalls"][number];
type MemberRow = ResultOf<typeof SPONSORED_MEMBERS>["memberships"][number];

async function readAdmissions(network: Address, signal: AbortSignal): Promise<readonly Admission[]> {
  const callsAfter = async (after: `0x${string}`) =>
    (await queryGraphql(SPONSORED_TERMS, { network, after, first: PAGE_SIZE }, { signal })).proposalCalls;
  const membersAfter = async (after: `0x${string}`) =>
    (await queryGraphql(SPONSORED_MEMBERS, { network, after, first: PAGE_SIZE }, { signal })).memberships;
  const [calls, members] = await Promise.all([
    callsAfter("0x").then((page) => readAllPages(page, callsAfter)),
    membersAfter("0x").then((page) => readAllPages(page, membersAfter)),
  ]);
  const joined = new Map(members.map((row) => [row.terms.number, readJoined(row)]));
  return calls
    .map((row) => readAdmission(row, joined))
    .sort((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
}

function readAdmission(row: CallRow, joined: ReadonlyMap<number, JoinedMember>): Admission {
  const [terms] = row.terms;
  return {
    id: row.id,
    sponsor: readAddress(row.proposal.proposer.id, "Proposal.proposer"),
    title: readText(row.proposal.title, "Proposal.title"),
    createdAt: readCount(row.proposal.createdAt, "Proposal.createdAt"),
    member: readAddress(row.member?.id, "ProposalCall.member"),
    account: row.account ? readAddress(row.account.id, "ProposalCall.account") : null,
    cap: readAmount(row.cap, "ProposalCall.cap"),
    rate: readAmount(row.rate, "ProposalCall.rate"),
    lockup: readCount(row.lockup, "ProposalCall.lockup"),
    vote: readVoteFacts(row.proposal),
    terms: terms && {
      number: terms.number,
      status: TERMS_STATUS[terms.status],
      used: readAmount(terms.used, "Terms.used"),
      expiry: readCount(terms.expiry, "Terms.expiry"),
      cancelledBy: readCancelledBy(terms, row.proposal.network.governor),
    },
    joined: terms && joined.get(terms.number),
  };
}

function readJoined(row: MemberRow): JoinedMember {
  const returned = readAmount(row.returned, "Membership.returned");
  return {
    joinedAt: readCount(row.joinedAt, "Membership.joinedAt"),
    staked: readAmount(row.staked, "Membership.staked") - returned,
    returned,
    broughtIn: readAmount(row.broughtIn, "Membership.broughtIn"),
    realizedBefore: row.realizedBefore === null ? null : readAmount(row.realizedBefore, "Membership.realizedBefore"),
  };
}
