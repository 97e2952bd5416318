import { graphql } from "./graphql.ts";

/** How large the graph is, at a block or, without one, at the newest, and who has the most holders. */
export const graphSizeDocument = graphql(`
  query GraphSize($block: Block_height) {
    _meta(block: $block) { block { number timestamp } }
    protocols(first: 1, block: $block) {
      registry currency currencySymbol currencyDecimals totalRealized totalIncome totalClaimed
      holderCount personalTokenCount networkTokenCount
    }
    equityTokens(first: 1, orderBy: holderCount, orderDirection: desc, block: $block) { id }
  }
`);

/** The largest holdings of some tokens, and those that some accounts or treasuries have. */
export const neighboursDocument = graphql(`
  query Neighbours($block: Block_height!, $ids: [String!]!, $first: Int!) {
    owners: holdings(
      first: $first, orderBy: balance, orderDirection: desc, where: { token_in: $ids, balance_gt: "0" }, block: $block
    ) {
      id token { id } holder { id personalToken { id } } class balance debt claimed
    }
    owned: holdings(
      first: $first, orderBy: balance, orderDirection: desc, where: { holder_in: $ids, balance_gt: "0" }, block: $block
    ) {
      id token { id } holder { id personalToken { id } } class balance debt claimed
    }
  }
`);

/** Tokens by their addresses, and those that some wallets control. */
export const tokensByIdDocument = graphql(`
  query TokensById($block: Block_height!, $ids: [Bytes!]!, $wallets: [String!]!, $first: Int!) {
    personalTokens(first: $first, where: { or: [{ id_in: $ids }, { person_in: $wallets }] }, block: $block) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt totalRealized person { id }
    }
    networkTokens(first: $first, where: { id_in: $ids }, block: $block) {
      id name symbol metadata { description image } totalSupply eligibleSupply treasuryHeld incomePerShare streamLeft streamEnd lastAccrual
      totalIncome totalHarvested totalClaimed holderCount createdAt founded foundingEnds memberCount
    }
  }
`);
