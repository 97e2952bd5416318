import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** Shares that an account holds and could stake. */
export interface Stakeable {
  readonly token: TokenInfo;
  /** In wei of the token. */
  readonly balance: bigint;
}

/** What an account could stake in a network: its own shares first, then what it holds most of. */
export function stakeableOf(snapshot: OwnershipSnapshot, network: Address, account: Address): readonly Stakeable[] {
  const own = snapshot.accounts.get(account)?.personalToken;
  return snapshot.holdings
    .filter(({ holder, token, balance }) => holder === account && token !== network && balance > 0n)
    .flatMap(({ token: address, balance }) => {
      const token = snapshot.tokens.get(address);
      return token ? [{ token, balance }] : [];
    })
    .sort((a, b) => {
      if (a.token.address === own || b.token.address === own) return a.token.address === own ? -1 : 1;
      return b.balance > a.balance ? 1 : -1;
    });
}
