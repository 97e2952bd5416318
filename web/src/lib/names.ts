import type { OwnershipSnapshot } from "../data/ownership.ts";
import { shortAddress, toAddress } from "./address.ts";

/** The name people know an address by: its token's, that of the token it controls, or the address cut short. */
export function displayName(snapshot: OwnershipSnapshot | undefined, address: string): string {
  const key = toAddress(address);
  if (!key) return address;
  const token = snapshot?.tokens.get(key);
  if (token) return token.name;
  const account = snapshot?.accounts.get(key);
  const own = account?.personalToken && snapshot?.tokens.get(account.personalToken);
  return own ? own.name : shortAddress(address);
}
