import { isAddress, zeroAddress } from "viem";
import { type Address, toAddress } from "../../../lib/address.ts";

/** An account as somebody typed it; `reason` says why it can't be used, and is undefined while nothing is typed. */
export type AccountRead =
  | { readonly ok: true; readonly address: Address }
  | { readonly ok: false; readonly reason: string | undefined };

/** Reads an address, in lower case. Capital letters are a checksum (ERC-55): if they don't fit, a digit was mistyped. */
export function readAccount(text: string): AccountRead {
  const typed = text.trim();
  if (typed === "") return { ok: false, reason: undefined };
  const address = toAddress(typed);
  if (address === undefined)
    return { ok: false, reason: "Choose somebody by name, or paste an address: 0x and 40 digits." };
  if (address === zeroAddress) return { ok: false, reason: "Nobody is at the zero address. Enter another one." };
  if (/[A-F]/.test(typed.slice(2)) && !isAddress(typed)) {
    return {
      ok: false,
      reason: "This address has a typing error: its capital letters don’t fit its digits. Copy it again.",
    };
  }
  return { ok: true, address };
}
