import type { Names } from "../data/names/names.ts";
import { shortAddress, toAddress } from "./address.ts";

/** The name people know an address by: its token's, that of the token it controls, or the address cut short. */
export function displayName(names: Names | undefined, address: string): string {
  const key = toAddress(address);
  if (!key) return address;
  const token = names?.tokens.get(key);
  if (token) return token.name;
  const account = names?.accounts.get(key);
  const own = account?.personalToken && names?.tokens.get(account.personalToken);
  return own ? own.name : shortAddress(address);
}
