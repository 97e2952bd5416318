import type { Indexer } from "@weft/indexer";
import type { Address } from "viem";
import { query } from "./query.ts";

/** A token as the index has it. Amounts are decimal strings. */
export interface IndexedToken {
  readonly id: Address;
  readonly __typename: "PersonalToken" | "NetworkToken";
  readonly symbol: string;
  readonly contractURI: string;
  readonly totalSupply: string;
  readonly eligibleSupply: string;
  readonly treasuryHeld: string;
  readonly incomePerShare: string;
  readonly streamLeft: string;
  readonly streamEnd: string;
  readonly lastAccrual: string;
  readonly totalIncome: string;
  readonly totalHarvested: string;
  readonly totalClaimed: string;
  readonly holderCount: number;
  readonly person?: { readonly id: Address };
  readonly pendingPerson?: { readonly id: Address } | null;
  readonly totalRealized?: string;
  readonly transfersOpen?: boolean;
  readonly governor?: Address;
  readonly founded?: boolean;
  readonly memberCount?: number;
  readonly termsCount?: number;
}

/** A holding as the index has it. */
export interface IndexedHolding {
  readonly token: { readonly id: Address };
  readonly holder: { readonly id: Address };
  readonly class: "WALLET" | "TREASURY" | "EXCLUDED";
  readonly balance: string;
  readonly debt: string;
  readonly claimed: string;
  readonly locked: string;
  readonly lockedUntil: string;
}

/** Terms as the index has them. */
export interface IndexedTerms {
  readonly network: { readonly id: Address };
  readonly number: number;
  readonly kind: "FOUNDING" | "ENTRY" | "EXIT";
  readonly member: { readonly id: Address };
  readonly account: { readonly id: Address } | null;
  readonly rate: string;
  readonly cap: string;
  readonly used: string;
  readonly opensAt: string;
  readonly expiry: string;
  readonly lockup: string;
  readonly maxMemberSupply: string;
  readonly sponsor: { readonly id: Address } | null;
}

/** A position as the index has it. */
export interface IndexedPosition {
  readonly network: { readonly id: Address };
  readonly member: { readonly id: Address };
  readonly account: { readonly id: Address };
  readonly staked: string;
  readonly minted: string;
  readonly returned: string;
  readonly burned: string;
}

/** Whether somebody may receive shares of a token, or a token may come into a treasury, as the index has it. */
export interface IndexedConsent {
  readonly id: string;
  readonly given: boolean;
}

/** What the index says at one block. */
export interface IndexedState {
  readonly protocol: {
    readonly poolFactory: Address;
    readonly personalTokenCount: number;
    readonly networkTokenCount: number;
    readonly holderCount: number;
    readonly totalRealized: string;
    readonly totalIncome: string;
    readonly totalClaimed: string;
  };
  readonly equityTokens: readonly IndexedToken[];
  readonly holdings: readonly IndexedHolding[];
  readonly terms: readonly IndexedTerms[];
  readonly positions: readonly IndexedPosition[];
  readonly holderApprovals: readonly IndexedConsent[];
  readonly depositPermissions: readonly IndexedConsent[];
}

const STATE = `query State($block: Int!, $registry: ID!) {
  protocol(id: $registry, block: { number: $block }) {
    poolFactory personalTokenCount networkTokenCount holderCount totalRealized totalIncome totalClaimed
  }
  equityTokens(first: 1000, block: { number: $block }) {
    __typename id symbol contractURI totalSupply eligibleSupply treasuryHeld
    incomePerShare streamLeft streamEnd lastAccrual totalIncome totalHarvested totalClaimed holderCount
    ... on PersonalToken { person { id } pendingPerson { id } totalRealized transfersOpen }
    ... on NetworkToken { governor founded memberCount termsCount }
  }
  holdings(first: 1000, block: { number: $block }) {
    token { id } holder { id } class balance debt claimed locked lockedUntil
  }
  terms: terms_collection(first: 1000, block: { number: $block }) {
    network { id } number kind member { id } account { id } rate cap used opensAt expiry lockup maxMemberSupply sponsor { id }
  }
  positions(first: 1000, block: { number: $block }) {
    network { id } member { id } account { id } staked minted returned burned
  }
  holderApprovals(first: 1000, block: { number: $block }) { id given: approved }
  depositPermissions(first: 1000, block: { number: $block }) { id given: allowed }
}`;

/** Reads everything that the contracts can be asked about, as it was at a block. */
export function readIndex(indexer: Indexer, registry: Address, block: number): Promise<IndexedState> {
  return query<IndexedState>(indexer, STATE, { block, registry: registry.toLowerCase() });
}
