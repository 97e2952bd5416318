import type { OwnershipSnapshot } from "../../../../data/ownership.ts";
import type { Address } from "../../../../lib/address.ts";

/** Why `heir` could not take a token over; undefined as far as is known here. */
export function refuseHeir(
  snapshot: OwnershipSnapshot,
  heir: Address,
  person: Address | undefined,
): string | undefined {
  if (heir === person) return "That is the wallet that controls it now.";
  const account = snapshot.accounts.get(heir);
  if (account?.token !== undefined || account?.pool) return "A token or a pool can’t take over: enter a wallet.";
  const own = account?.personalToken && snapshot.tokens.get(account.personalToken);
  return own && `This wallet has a token already: ${own.name}. One wallet stands for one person.`;
}
