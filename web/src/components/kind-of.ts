import type { Names } from "../data/names/names.ts";
import { toAddress } from "../lib/address.ts";
import type { Kind } from "./weave.ts";

/** The word for a kind that goes with its shape and colour. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  person: "Person",
  network: "Network",
  pool: "Pool",
  wallet: "Wallet",
};

/** What stands behind an address, how to draw it and where its page is. */
export interface Known {
  readonly kind: Kind;
  /** Address whose cloth is drawn: the token's, when a wallet controls one. */
  readonly drawn: string;
  /** Token with a page of its own; undefined for wallets without one, and pools. */
  readonly page: { readonly kind: "person" | "network"; readonly address: string } | undefined;
  readonly symbol: string | undefined;
}

/** What is known about an address. A person's wallet is the person: it looks and links like the token. */
export function whatIs(names: Names | undefined, address: string): Known {
  const key = toAddress(address);
  const account = key && names?.accounts.get(key);
  const tokenAddress = account?.token ?? account?.personalToken;
  const token = tokenAddress && names?.tokens.get(tokenAddress);
  if (token) {
    return {
      kind: token.kind,
      drawn: token.address,
      page: { kind: token.kind, address: token.address },
      symbol: token.symbol,
    };
  }
  return { kind: account?.pool ? "pool" : "wallet", drawn: address, page: undefined, symbol: undefined };
}
