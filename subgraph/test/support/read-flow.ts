import type { Indexer } from "@weft/indexer";
import type { Address } from "viem";
import { query } from "./query.ts";

/** What a token says of its income. Amounts are decimal strings. */
export interface FlowToken {
  readonly id: Address;
  readonly incomePerShare: string;
  readonly totalIncome: string;
  readonly streamLeft: string;
  readonly connectedProfit: string;
}

/** What of a token's income came from where. */
export interface IndexedProfit {
  readonly token: { readonly id: Address };
  readonly via: { readonly id: Address };
  readonly origin: { readonly id: Address } | null;
  readonly amount: string;
}

/** A token's income by origin. */
export interface IndexedProvenance {
  readonly token: { readonly id: Address };
  readonly origins: readonly Address[];
  readonly perShare: readonly string[];
  readonly amounts: readonly string[];
  readonly incomePerShare: string;
}

/** What a treasury's holding earned by origin. */
export interface IndexedTreasury {
  readonly holding: {
    readonly token: { readonly id: Address };
    readonly holder: { readonly id: Address };
    readonly balance: string;
    readonly debt: string;
    readonly class: string;
  };
  readonly debts: readonly string[];
  readonly inTransit: readonly string[];
}

/** Where the income of all tokens came from, at one block. */
export interface IndexedFlow {
  readonly equityTokens: readonly FlowToken[];
  readonly connectedProfits: readonly IndexedProfit[];
  readonly provenances: readonly IndexedProvenance[];
  readonly treasuryProvenances: readonly IndexedTreasury[];
}

const FLOW = `query Flow($block: Int!) {
  equityTokens(first: 1000, block: { number: $block }) { id incomePerShare totalIncome streamLeft connectedProfit }
  connectedProfits(first: 1000, block: { number: $block }) { token { id } via { id } origin { id } amount }
  provenances(first: 1000, block: { number: $block }) { token { id } origins perShare amounts incomePerShare }
  treasuryProvenances(first: 1000, block: { number: $block }) {
    holding { token { id } holder { id } balance debt class } debts inTransit
  }
}`;

/** Reads where the income of all tokens came from, as it was at a block. */
export function readFlow(indexer: Indexer, block: number): Promise<IndexedFlow> {
  return query<IndexedFlow>(indexer, FLOW, { block });
}
