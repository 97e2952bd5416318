import type { Address } from "../../lib/address.ts";
import type { AccountInfo, TokenInfo } from "../ownership-snapshot.ts";

/** What a token is called. Texts are written by strangers and already cleaned for display. */
export type NamedToken = Pick<TokenInfo, "address" | "kind" | "name" | "symbol" | "person">;

/** What is known of addresses by name; a whole snapshot is one, and so is an answer about a few of them. In lower case. */
export interface Names {
  readonly tokens: ReadonlyMap<Address, NamedToken>;
  readonly accounts: ReadonlyMap<Address, AccountInfo>;
}

/** Several answers as one. */
export function joinNames(parts: readonly Names[]): Names {
  return {
    tokens: new Map(parts.flatMap(({ tokens }) => [...tokens])),
    accounts: new Map(parts.flatMap(({ accounts }) => [...accounts])),
  };
}
