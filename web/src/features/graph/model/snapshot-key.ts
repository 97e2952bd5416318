import type { OwnershipSnapshot } from "../../../data/ownership.ts";

/** The same text for the same ownership: a new block that changes nothing of it must not move the picture. */
export function snapshotKey(snapshot: OwnershipSnapshot): string {
  const tokens = Array.from(snapshot.tokens.values(), (token) =>
    [
      token.address,
      token.name,
      token.symbol,
      token.person,
      token.totalSupply,
      token.eligibleSupply,
      token.totalIncome,
    ].join(),
  );
  const holdings = snapshot.holdings
    .filter(({ balance }) => balance > 0n)
    .map(({ token, holder, balance, class: kind }) => [token, holder, balance, kind].join());
  return [...tokens.sort(), ...holdings.sort()].join(";");
}
