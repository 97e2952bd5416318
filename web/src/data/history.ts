import { queryOptions } from "@tanstack/react-query";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { readCount } from "./read-answer.ts";

const FIRST_LAUNCH = graphql(`
  query FirstLaunch {
    equityTokens(first: 1, orderBy: createdAtBlock, orderDirection: asc) {
      createdAtBlock
      createdAt
    }
  }
`);

const NEXT_CHANGE = graphql(`
  query NextChange(
    $launched: EquityToken_filter!
    $staked: Stake_filter!
    $unstaked: Unstake_filter!
    $issued: Issuance_filter!
    $order: OrderDirection!
  ) {
    equityTokens(first: 1, where: $launched, orderBy: createdAtBlock, orderDirection: $order) {
      createdAtBlock
    }
    stakes(first: 1, where: $staked, orderBy: block, orderDirection: $order) {
      block
    }
    unstakes(first: 1, where: $unstaked, orderBy: block, orderDirection: $order) {
      block
    }
    issuances(first: 1, where: $issued, orderBy: block, orderDirection: $order) {
      block
    }
  }
`);

/** When the first token was launched: before it there is nothing to see. */
export interface FirstLaunch {
  readonly block: number;
  /** Unix time. */
  readonly timestamp: number;
}

/** The first launch of a token; null while there is none. */
export const firstLaunchQueryOptions = queryOptions({
  queryKey: queryKeys.index("first-launch"),
  queryFn: ({ signal }) => readFirstLaunch(signal),
});

async function readFirstLaunch(signal: AbortSignal): Promise<FirstLaunch | null> {
  const [first] = (await queryGraphql(FIRST_LAUNCH, {}, { signal })).equityTokens;
  return first
    ? {
        block: readCount(first.createdAtBlock, "EquityToken.createdAtBlock"),
        timestamp: readCount(first.createdAt, "EquityToken.createdAt"),
      }
    : null;
}

/** The block of the last launch, stake, unstake or issue before a block, or of the first after it; null if there is none. */
export async function findChange(direction: "earlier" | "later", block: number): Promise<number | null> {
  const earlier = direction === "earlier";
  const from = String(block);
  const event = earlier ? { block_lt: from } : { block_gt: from };
  const answer = await queryGraphql(NEXT_CHANGE, {
    launched: earlier ? { createdAtBlock_lt: from } : { createdAtBlock_gt: from },
    ...{ staked: event, unstaked: event, issued: event },
    order: earlier ? "desc" : "asc",
  });
  const blocks = [
    ...answer.equityTokens.map((token) => readCount(token.createdAtBlock, "EquityToken.createdAtBlock")),
    ...[...answer.stakes, ...answer.unstakes, ...answer.issuances].map((event) =>
      readCount(event.block, "event.block"),
    ),
  ];
  if (blocks.length === 0) return null;
  return earlier ? Math.max(...blocks) : Math.min(...blocks);
}
