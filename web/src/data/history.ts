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

const EARLIER = graphql(`
  query EarlierChange($block: BigInt!) {
    equityTokens(first: 1, where: { createdAtBlock_lt: $block }, orderBy: createdAtBlock, orderDirection: desc) {
      createdAtBlock
    }
    stakes(first: 1, where: { block_lt: $block }, orderBy: block, orderDirection: desc) {
      block
    }
    unstakes(first: 1, where: { block_lt: $block }, orderBy: block, orderDirection: desc) {
      block
    }
    issuances(first: 1, where: { block_lt: $block }, orderBy: block, orderDirection: desc) {
      block
    }
  }
`);

const LATER = graphql(`
  query LaterChange($block: BigInt!) {
    equityTokens(first: 1, where: { createdAtBlock_gt: $block }, orderBy: createdAtBlock, orderDirection: asc) {
      createdAtBlock
    }
    stakes(first: 1, where: { block_gt: $block }, orderBy: block, orderDirection: asc) {
      block
    }
    unstakes(first: 1, where: { block_gt: $block }, orderBy: block, orderDirection: asc) {
      block
    }
    issuances(first: 1, where: { block_gt: $block }, orderBy: block, orderDirection: asc) {
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
  const answer = await queryGraphql(direction === "earlier" ? EARLIER : LATER, { block: String(block) });
  const blocks = [
    ...answer.equityTokens.map((token) => readCount(token.createdAtBlock, "EquityToken.createdAtBlock")),
    ...[...answer.stakes, ...answer.unstakes, ...answer.issuances].map((event) =>
      readCount(event.block, "event.block"),
    ),
  ];
  if (blocks.length === 0) return null;
  return direction === "earlier" ? Math.max(...blocks) : Math.min(...blocks);
}
