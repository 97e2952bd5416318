import { graphql } from "./graphql.ts";

/** Rows in one answer: the most that graph-node gives. */
export const PAGE_SIZE = 1_000;

/** The protocol, and the first page of tokens and holdings, all at one block; without a block, at the newest one. */
export const ownershipStartDocument = graphql(`
  query OwnershipStart($block: Block_height, $first: Int!) {
    _meta(block: $block) { block { number timestamp } }
    protocols(first: 1, block: $block) {
      registry currency currencySymbol currencyDecimals totalRealized totalIncome totalClaimed
    }
    personalTokens(first: $first, orderBy: id, block: $block) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt totalRealized person { id }
    }
    networkTokens(first: $first, orderBy: id, block: $block) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt founded foundingEnds memberCount
    }
    holdings(first: $first, orderBy: id, where: { or: [{ balance_gt: "0" }, { debt_lt: "0" }] }, block: $block) {
      id token { id } holder { id } class balance debt claimed
    }
  }
`);

/** Personal tokens after the one named. */
export const personalTokensDocument = graphql(`
  query PersonalTokens($block: Block_height!, $after: Bytes!, $first: Int!) {
    personalTokens(first: $first, orderBy: id, where: { id_gt: $after }, block: $block) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt totalRealized person { id }
    }
  }
`);

/** Network tokens after the one named. */
export const networkTokensDocument = graphql(`
  query NetworkTokens($block: Block_height!, $after: Bytes!, $first: Int!) {
    networkTokens(first: $first, orderBy: id, where: { id_gt: $after }, block: $block) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt founded foundingEnds memberCount
    }
  }
`);

/** Holdings after the one named: those with a balance, and those that have something due without one. */
export const holdingsDocument = graphql(`
  query Holdings($block: Block_height!, $after: Bytes!, $first: Int!) {
    holdings(
      first: $first
      orderBy: id
      where: { or: [{ id_gt: $after, balance_gt: "0" }, { id_gt: $after, debt_lt: "0" }] }
      block: $block
    ) {
      id token { id } holder { id } class balance debt claimed
    }
  }
`);
