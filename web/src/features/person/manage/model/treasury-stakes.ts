import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import type { TreasuryVotes } from "../../../../data/person-settings.ts";
import type { Address } from "../../../../lib/address.ts";

/** Network shares in a treasury, and who votes with them. */
export interface TreasuryStake {
  readonly network: TokenInfo;
  /** In wei of network shares. */
  readonly balance: bigint;
  /** Undefined if nobody votes with them. */
  readonly delegate: Address | undefined;
}

/** Network shares in the treasury of `token`, most votes first. */
export function treasuryStakes(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  votes: readonly TreasuryVotes[],
): readonly TreasuryStake[] {
  return snapshot.holdings
    .filter(({ holder, balance }) => holder === token.address && balance > 0n)
    .flatMap(({ token: held, balance }) => {
      const network = snapshot.tokens.get(held);
      if (network?.kind !== "network") return [];
      return [{ network, balance, delegate: votes.find((vote) => vote.network === held)?.delegate }];
    })
    .sort((a, b) => (a.balance < b.balance ? 1 : -1));
}
