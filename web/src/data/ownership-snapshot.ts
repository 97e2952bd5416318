import type { OwnershipGraph, StreamState } from "@weft/ownership";
import type { Address } from "../lib/address.ts";

/** How a holder takes part in income. */
export type HolderClass = "WALLET" | "TREASURY" | "EXCLUDED";

/** What gains are paid in, and where the protocol lives. */
export interface ProtocolInfo {
  readonly registry: Address;
  /** The zero address is the chain's native coin. */
  readonly currency: Address;
  readonly currencySymbol: string;
  readonly decimals: number;
  /** Gains realized by all persons, in wei of the currency. */
  readonly totalRealized: bigint;
  /** Income of all tokens, in wei; a gain that passes through several tokens counts in each. */
  readonly totalIncome: bigint;
  /** Income paid out, harvests by treasuries included, in wei. */
  readonly totalClaimed: bigint;
}

/** A token as the index knows it at one block. Texts are written by strangers and already cleaned for display. */
export interface TokenInfo {
  readonly address: Address;
  readonly kind: "person" | "network";
  readonly name: string;
  readonly symbol: string;
  readonly description: string | undefined;
  /** A picture that came with the metadata, safe to show; undefined if there is none. */
  readonly image: string | undefined;
  /** In wei of shares. */
  readonly totalSupply: bigint;
  /** Shares that take part in income, in wei. */
  readonly eligibleSupply: bigint;
  /** Shares held by equity tokens, in wei. */
  readonly treasuryHeld: bigint;
  /** Accumulated income per share × 2¹²⁸, with what streamed until the snapshot's block. */
  readonly incomePerShare: bigint;
  /** The same and what still streams, as last touched on the chain: from here on the contract counts. */
  readonly stream: StreamState;
  /** In wei of the currency, as are the next three. */
  readonly totalIncome: bigint;
  readonly totalHarvested: bigint;
  readonly totalClaimed: bigint;
  /** Persons only: gains as the person reported them. */
  readonly totalRealized?: bigint;
  /** Persons only: the wallet that controls the token. */
  readonly person?: Address;
  /** Networks only: whether every founder has staked. */
  readonly founded?: boolean;
  /** Networks only: last second of the founding, Unix time. */
  readonly foundingEnds?: number;
  /** Networks only: members whose shares the network took in and has not given all back. */
  readonly memberCount?: number;
  readonly holderCount: number;
  /** Unix time of the launch. */
  readonly createdAt: number;
}

/** An address that holds something or controls a token. */
export interface AccountInfo {
  readonly address: Address;
  /** The personal token that this wallet controls. */
  readonly personalToken?: Address;
  /** Set when the address is itself a token: what it holds is that token's treasury. */
  readonly token?: Address;
  /** Whether some token counts the address as a proven pool. */
  readonly pool: boolean;
}

/** What one holder has of one token: an edge of the graph, or, without shares, income that was earned with them and is due. */
export interface HoldingInfo {
  readonly token: Address;
  readonly holder: Address;
  readonly class: HolderClass;
  /** In wei of shares; 0 for who gave all shares away and has something due. */
  readonly balance: bigint;
  /** Signed, in wei of the currency. */
  readonly debt: bigint;
  /** Paid out on this holding, in wei of the currency. */
  readonly claimed: bigint;
}

/** Everything that is owned, at one block. Addresses are in lower case. */
export interface OwnershipSnapshot {
  readonly block: number;
  /** Unix time of the block. */
  readonly timestamp: number;
  readonly protocol: ProtocolInfo;
  readonly tokens: ReadonlyMap<Address, TokenInfo>;
  readonly accounts: ReadonlyMap<Address, AccountInfo>;
  readonly holdings: readonly HoldingInfo[];
  readonly graph: OwnershipGraph;
}
