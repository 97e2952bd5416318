import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql, type ResultOf } from "./graphql.ts";
import type { HolderClass } from "./ownership-snapshot.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAmount, readInteger } from "./read-answer.ts";

/** Most rows that the index gives at once. */
const PAGE = 1000;
const MICROSECONDS = 1_000_000n;

const TOKEN_INCOME = graphql(`
  query TokenIncome($token: String!, $interval: Aggregation_interval!, $from: Timestamp!, $first: Int!) {
    rows: incomeStats_collection(
      interval: $interval
      current: include
      where: { token: $token, timestamp_gte: $from }
      orderBy: timestamp
      orderDirection: asc
      first: $first
    ) {
      timestamp
      what: kind
      amount
    }
  }
`);

const PROTOCOL_INCOME = graphql(`
  query ProtocolIncome($interval: Aggregation_interval!, $from: Timestamp!, $first: Int!) {
    rows: protocolIncomeStats_collection(
      interval: $interval
      current: include
      where: { timestamp_gte: $from }
      orderBy: timestamp
      orderDirection: asc
      first: $first
    ) {
      timestamp
      what: kind
      amount
    }
  }
`);

const TOKEN_PAYMENTS = graphql(`
  query TokenPayments($token: String!, $interval: Aggregation_interval!, $from: Timestamp!, $first: Int!) {
    rows: claimStats_collection(
      interval: $interval
      current: include
      where: { token: $token, timestamp_gte: $from }
      orderBy: timestamp
      orderDirection: asc
      first: $first
    ) {
      timestamp
      what: class
      amount
    }
  }
`);

const PROTOCOL_PAYMENTS = graphql(`
  query ProtocolPayments($interval: Aggregation_interval!, $from: Timestamp!, $first: Int!) {
    rows: protocolClaimStats_collection(
      interval: $interval
      current: include
      where: { timestamp_gte: $from }
      orderBy: timestamp
      orderDirection: asc
      first: $first
    ) {
      timestamp
      what: class
      amount
    }
  }
`);

/** Where income came from. */
export type IncomeKind = "REALIZED" | "HARVESTED" | "DONATED";

/** What a series is made of: where income came from, or to whom it was paid. */
export type MoneyPart = IncomeKind | HolderClass;

/** Money that came in, or was paid out, in one hour or day. */
export interface MoneyPoint {
  /** When the hour or day begins in UTC, Unix time. */
  readonly start: number;
  readonly part: MoneyPart;
  /** In wei of the currency. */
  readonly amount: bigint;
}

/** Which money is asked for. */
export interface MoneyQuestion {
  /** Income that came in, or income that was paid out. */
  readonly about: "income" | "payments";
  /** Of one token; of all tokens together if not said. */
  readonly token?: Address | undefined;
  readonly interval: "hour" | "day";
  /** Unix time from which on it is asked for. */
  readonly from: number;
}

type Row = ResultOf<typeof TOKEN_INCOME>["rows"][number] | ResultOf<typeof TOKEN_PAYMENTS>["rows"][number];

/** Income or payments by hour or by day, oldest first; hours and days without any have no point. */
export function moneySeriesQueryOptions(question: MoneyQuestion) {
  const { about, token = "all", interval, from } = question;
  return queryOptions({
    queryKey: queryKeys.index("money-series", about, token, interval, from),
    queryFn: ({ signal }) => readMoneySeries(question, signal),
    structuralSharing: false,
  });
}

async function readMoneySeries(question: MoneyQuestion, signal: AbortSignal): Promise<readonly MoneyPoint[]> {
  const rows = await readPages((from) => readPage(question, from, signal), BigInt(question.from) * MICROSECONDS);
  return rows.map(({ timestamp, what, amount }) => ({
    start: Number(readInteger(timestamp, "Stats.timestamp") / MICROSECONDS),
    part: what,
    amount: readAmount(amount, "Stats.amount"),
  }));
}

/** All rows, oldest first, page by page. A full page’s last moment is asked for again: more of it may follow. */
export async function readPages<Row extends { readonly timestamp: string }>(
  readFrom: (from: bigint) => Promise<readonly Row[]>,
  start: bigint,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = start; ; ) {
    const page = await readFrom(from);
    const last = page.at(-1)?.timestamp;
    if (page.length < PAGE || last === undefined) return [...rows, ...page];
    for (const row of page) if (row.timestamp !== last) rows.push(row);
    // A moment has a few rows at most, so a full page always ends later than it began.
    from = readInteger(last, "Stats.timestamp");
  }
}

async function readPage(question: MoneyQuestion, from: bigint, signal: AbortSignal): Promise<readonly Row[]> {
  const { about, token, interval } = question;
  const page = { interval, from: String(from), first: PAGE };
  const options = { signal };
  if (about === "income") {
    const answer = token
      ? await queryGraphql(TOKEN_INCOME, { ...page, token }, options)
      : await queryGraphql(PROTOCOL_INCOME, page, options);
    return answer.rows;
  }
  const answer = token
    ? await queryGraphql(TOKEN_PAYMENTS, { ...page, token }, options)
    : await queryGraphql(PROTOCOL_PAYMENTS, page, options);
  return answer.rows;
}
