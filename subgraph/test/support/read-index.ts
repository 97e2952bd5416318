import type { Indexer } from "@weft/indexer";
import type { Address } from "viem";
import { query } from "./query.ts";

/** A token as the index has it. Amounts are decimal strings. */
export interface IndexedToken {
  readonly id: Address;
  readonly __typename: "PersonalToken" | "NetworkToken";
  readonly symbol: string;
  readonly totalSupply: string;
  readonly eligibleSupply: string;
  readonly treasuryHeld: string;
  readonly incomePerShare: string;
  readonly totalIncome: string;
  readonly totalHarvested: string;
  readonly totalClaimed: string;
  readonly holderCount: number;
  readonly totalRealized?: string;
  readonly transfersOpen?: boolean;
  readonly founded?: boolean;
  readonly memberCount?: number;
}

/** A holding as the index has it. */
export interface IndexedHolding {
  readonly token: { readonly id: Address };
  readonly holder: { readonly id: Address };
  readonly class: "WALLET" | "TREASURY" | "EXCLUDED";
  readonly balance: string;
  readonly debt: string;
  readonly claimed: string;
}

/** What the index says at one block. */
export interface IndexedState {
  readonly protocol: {
    readonly personalTokenCount: number;
    readonly networkTokenCount: number;
    readonly holderCount: number;
    readonly totalRealized: string;
    readonly totalIncome: string;
    readonly totalClaimed: string;
  };
  readonly equityTokens: readonly IndexedToken[];
  readonly holdings: readonly IndexedHolding[];
}

const STATE = `query State($block: Int!, $registry: ID!) {
  protocol(id: $registry, block: { number: $block }) {
    personalTokenCount networkTokenCount holderCount totalRealized totalIncome totalClaimed
  }
  equityTokens(first: 1000, block: { number: $block }) {
    __typename id symbol totalSupply eligibleSupply treasuryHeld incomePerShare
    totalIncome totalHarvested totalClaimed holderCount
    ... on PersonalToken { totalRealized transfersOpen }
    ... on NetworkToken { founded memberCount }
  }
  holdings(first: 1000, block: { number: $block }) {
    token { id } holder { id } class balance debt claimed
  }
}`;

/** Reads tokens and holdings as they were at a block. */
export function readIndex(indexer: Indexer, registry: Address, block: number): Promise<IndexedState> {
  return query<IndexedState>(indexer, STATE, { block, registry: registry.toLowerCase() });
}
