import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readAddress, readAmount, readCount } from "./read-answer.ts";

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

/** Income of `members` from the Unix time `since` on, newest first. */
export function memberGainsQueryOptions(members: readonly Address[], since: number) {
  return queryOptions({
    queryKey: queryKeys.index("member-gains", members, since),
    queryFn: ({ signal }) => readMemberGains(members, since, signal),
    enabled: members.length > 0,
  });
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
