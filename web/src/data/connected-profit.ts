import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { readAllPages } from "./fetch-ownership.ts";
import { graphql } from "./graphql.ts";
import { PAGE_SIZE } from "./ownership-documents.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount, readText } from "./read-answer.ts";

/** Gains of one person that are shown with what backs them; the index holds all of them. */
export const MOST_GAINS = 100;

const PARTS = graphql(`
  query ConnectedProfit($where: ConnectedProfit_filter!, $first: Int!) {
    connectedProfits(where: $where, orderBy: id, orderDirection: asc, first: $first) {
      id
      token {
        id
      }
      origin {
        id
      }
      via {
        id
      }
      amount
      firstAt
      lastAt
    }
  }
`);

const GAINS_OF_ORIGIN = graphql(`
  query GainsOfOrigin($origin: String!, $first: Int!) {
    realizations(where: { token: $origin }, orderBy: number, orderDirection: desc, first: $first) {
      number
      amount
      evidence
      block
      timestamp
      disputes(first: 100, orderBy: timestamp, orderDirection: asc) {
        id
        holder {
          id
        }
        uri
        timestamp
      }
    }
  }
`);

/** Income of a token that came from one person’s gains by one way; everything of it that there was so far. */
export interface ConnectedPart {
  readonly id: string;
  /** Whose holders it belongs to. */
  readonly token: Address;
  /** The person’s token in which the gain was realized; null for gifts and what can’t be traced. */
  readonly origin: Address | null;
  /** From where it arrived; the token itself for its own gains and for gifts. */
  readonly via: Address;
  /** In wei of the currency. */
  readonly amount: bigint;
  /** Unix time of the first and of the last of it. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A doubt that a holder put on the record about a gain. */
export interface GainDispute {
  readonly id: string;
  readonly holder: Address;
  /** What speaks against the gain: a link or hash; may be empty. */
  readonly uri: string;
  /** Unix time. */
  readonly timestamp: number;
}

/** A gain with what backs it and what was said against it. */
export interface BackedGain {
  /** Number within the token, from 0. */
  readonly number: number;
  /** As reported by the person, in wei of the currency. */
  readonly amount: bigint;
  readonly evidence: string;
  readonly block: number;
  /** Unix time. */
  readonly timestamp: number;
  readonly disputes: readonly GainDispute[];
}

/** Where the income of a token came from: by whose gains it is and from where it arrived. */
export function connectedProfitQueryOptions(token: Address) {
  return queryOptions({
    queryKey: queryKeys.index("connected-profit", token),
    queryFn: ({ signal }) => readParts({ token }, signal),
    structuralSharing: false,
  });
}

/** Where the gains of one person went: every token that they reached, by every way. */
export function originQueryOptions(origin: Address) {
  return queryOptions({
    queryKey: queryKeys.index("connected-profit-of", origin),
    queryFn: ({ signal }) => readParts({ origin }, signal),
    structuralSharing: false,
  });
}

/** The newest gains of one person with evidence and disputes, newest first. */
export function backedGainsQueryOptions(origin: Address) {
  return queryOptions({
    queryKey: queryKeys.index("backed-gains", origin),
    queryFn: ({ signal }) => readGains(origin, signal),
  });
}

async function readParts(
  where: { readonly token: Address } | { readonly origin: Address },
  signal: AbortSignal,
): Promise<readonly ConnectedPart[]> {
  const partsAfter = async (id_gt: `0x${string}`) =>
    (await queryGraphql(PARTS, { where: { ...where, id_gt }, first: PAGE_SIZE }, { signal })).connectedProfits;
  const rows = await readAllPages(await partsAfter("0x"), partsAfter);
  return rows.map((row) => ({
    id: row.id,
    token: readAddress(row.token.id, "ConnectedProfit.token"),
    origin: row.origin ? readAddress(row.origin.id, "ConnectedProfit.origin") : null,
    via: readAddress(row.via.id, "ConnectedProfit.via"),
    amount: readAmount(row.amount, "ConnectedProfit.amount"),
    firstAt: readCount(row.firstAt, "ConnectedProfit.firstAt"),
    lastAt: readCount(row.lastAt, "ConnectedProfit.lastAt"),
  }));
}

async function readGains(origin: Address, signal: AbortSignal): Promise<readonly BackedGain[]> {
  const { realizations } = await queryGraphql(GAINS_OF_ORIGIN, { origin, first: MOST_GAINS }, { signal });
  return realizations.map((gain) => ({
    number: readCount(gain.number, "Realization.number"),
    amount: readAmount(gain.amount, "Realization.amount"),
    evidence: readText(gain.evidence, "Realization.evidence"),
    block: readCount(gain.block, "Realization.block"),
    timestamp: readCount(gain.timestamp, "Realization.timestamp"),
    disputes: gain.disputes.map((dispute) => ({
      id: dispute.id,
      holder: readAddress(dispute.holder.id, "Dispute.holder"),
      uri: readText(dispute.uri, "Dispute.uri"),
      timestamp: readCount(dispute.timestamp, "Dispute.timestamp"),
    })),
  }));
}
