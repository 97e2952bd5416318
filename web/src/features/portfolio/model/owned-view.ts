import { lookThroughOfAccount } from "@weft/ownership";
import { claimableOfHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";

/** One token that an account owns a part of, directly or through others. */
export interface Owned {
  readonly token: TokenInfo;
  /** In wei of shares; 0 when it is owned through others only. */
  readonly balance: bigint;
  /** Part of what takes part in income; for display. */
  readonly direct: number;
  /** Part of its income that rests with the account in the end; for display. */
  readonly inTheEnd: number;
  /** What the account's own holding can claim now, in wei of the currency. */
  readonly due: bigint;
}

/** What an account owns, largest part in the end first. */
export function ownedBy(snapshot: OwnershipSnapshot, account: Address): readonly Owned[] {
  const inTheEnd = new Map(lookThroughOfAccount(snapshot.graph, account).map(({ token, share }) => [token, share]));
  const rows: Owned[] = [];
  const own = new Map(snapshot.holdings.filter(({ holder }) => holder === account).map((held) => [held.token, held]));
  for (const token of snapshot.tokens.values()) {
    const holding = own.get(token.address);
    const final = inTheEnd.get(token.address) ?? 0;
    if (holding === undefined && final === 0) continue;
    rows.push({
      token,
      balance: holding?.balance ?? 0n,
      direct: shareOf(holding?.balance ?? 0n, token.eligibleSupply),
      inTheEnd: final,
      due: holding ? claimableOfHolding(snapshot, holding) : 0n,
    });
  }
  return rows.sort((a, b) => b.inTheEnd - a.inTheEnd || a.token.name.localeCompare(b.token.name, "en"));
}

/** A network that an account is in. */
export interface NetworkJoined {
  readonly network: TokenInfo;
  /** Network shares in the account's wallet, in wei. */
  readonly inWallet: bigint;
  /** Network shares in the treasury of the account's personal token, in wei. */
  readonly inTreasury: bigint;
  /** Part of the account's personal token that the network holds; undefined without one. For display. */
  readonly holdsOfYou: number | undefined;
}

/** Networks whose shares an account or its personal token holds, or which hold shares of that token. */
export function networksOf(snapshot: OwnershipSnapshot, account: Address): readonly NetworkJoined[] {
  const own = snapshot.accounts.get(account)?.personalToken;
  const balances = new Map(snapshot.holdings.map((held) => [`${held.token}${held.holder}`, held.balance]));
  const balance = (token: Address, holder: Address | undefined): bigint => balances.get(`${token}${holder}`) ?? 0n;
  const ownSupply = (own && snapshot.tokens.get(own)?.eligibleSupply) ?? 0n;
  return [...snapshot.tokens.values()]
    .filter((token) => token.kind === "network")
    .map((network) => ({
      network,
      inWallet: balance(network.address, account),
      inTreasury: balance(network.address, own),
      holdsOfYou: own && shareOf(balance(own, network.address), ownSupply),
    }))
    .filter(({ inWallet, inTreasury, holdsOfYou }) => inWallet > 0n || inTreasury > 0n || (holdsOfYou ?? 0) > 0)
    .sort((a, b) => a.network.name.localeCompare(b.network.name, "en"));
}
