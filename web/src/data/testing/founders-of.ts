import type { Address } from "../../lib/address.ts";
import type { FoundersFacts } from "../founders.ts";
import type { OwnershipSnapshot } from "../ownership-snapshot.ts";

/** What a founding needs to know, out of all that is owned: as if everybody in it had been asked about. */
export function foundersOf({ protocol, timestamp, tokens, accounts, holdings }: OwnershipSnapshot): FoundersFacts {
  const ofToken = Map.groupBy(holdings, ({ token }) => token);
  const balances = [...tokens.keys()].map((token) => {
    const none: [Address, bigint][] = [...accounts.keys()].map((account) => [account, 0n]);
    const held = (ofToken.get(token) ?? []).map(({ holder, balance }): [Address, bigint] => [holder, balance]);
    return [token, new Map([...none, ...held])] as const;
  });
  const heldByNetworks = [...tokens.keys()].map((token) => {
    const byNetworks = (ofToken.get(token) ?? []).filter(({ holder }) => tokens.get(holder)?.kind === "network");
    return [token, byNetworks.reduce((sum, { balance }) => sum + balance, 0n)] as const;
  });
  return { protocol, timestamp, tokens, balances: new Map(balances), heldByNetworks: new Map(heldByNetworks) };
}
