import { type IntegerWords, readInteger } from "./integer-words.ts";
import { BALANCE_WORDS } from "./limits.ts";

/** A token's figures at one block. */
export interface TokenState {
  /** Lower-case address. */
  readonly id: string;
  /** In wei of shares. */
  readonly totalSupply: bigint;
  /** Total supply less what pools hold, in wei of shares. */
  readonly eligibleSupply: bigint;
  /** Accumulated income per share × 2¹²⁸, in wei of the currency. */
  readonly incomePerShare: bigint;
}

/** What one holder has of one token at one block. */
export interface HoldingState {
  readonly token: string;
  /** Lower-case address; when it is a token's id, this is part of that token's treasury. */
  readonly holder: string;
  /** In wei of shares. */
  readonly balance: bigint;
  /** Signed; what was paid or never earned, in wei of the currency. */
  readonly debt: bigint;
  /** A proven pool: no part in income. */
  readonly excluded: boolean;
}

/** Tokens and holdings, all at the same block. */
export interface OwnershipState {
  readonly tokens: readonly TokenState[];
  readonly holdings: readonly HoldingState[];
}

/**
 * The ownership graph in compressed rows, both ways.
 *
 * A *node* is a token (`0 … tokens.length - 1`) or, after those, an account. An *edge* is an eligible, non-zero
 * holding. Edges of one token are next to each other: first what accounts hold, then what treasuries hold. Excluded
 * holdings are no edges: they have no part in income.
 */
export interface OwnershipGraph {
  readonly tokens: readonly TokenState[];
  /** Holders that are not tokens, pools and empty-handed ones included. */
  readonly accounts: readonly string[];
  /** Node of every token and account. */
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Token `t` has the edges `edgeStart[t] … edgeStart[t + 1] - 1`. */
  readonly edgeStart: Uint32Array;
  /** Token → the first of its edges that a treasury holds; those before are held by accounts. */
  readonly treasuryStart: Uint32Array;
  /** Edge → token that is held. */
  readonly edgeToken: Uint32Array;
  /** Edge → node that holds. */
  readonly edgeHolder: Uint32Array;
  /** Edge → balance / eligible supply. */
  readonly edgeShare: Float64Array;
  /** Edge → balance, in wei of shares, two words each; read with `edgeBalance`. */
  readonly edgeBalanceWords: IntegerWords;
  /** Edge → index into the holdings it was built from; -1 for the remainder that no holding lists. */
  readonly edgeHolding: Int32Array;
  /** Node `n` holds the edges `held[heldStart[n]] … held[heldStart[n + 1] - 1]`. */
  readonly heldStart: Uint32Array;
  readonly held: Uint32Array;
}

/** Balance of an edge, in wei of shares. */
export function edgeBalance({ edgeBalanceWords }: OwnershipGraph, edge: number): bigint {
  return readInteger(edgeBalanceWords, BALANCE_WORDS, edge);
}
