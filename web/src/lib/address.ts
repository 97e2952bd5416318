import { type Address, isAddress } from "viem";

export type { Address } from "viem";

/** The address in lower case, as the index writes it; undefined for anything that is no address. */
export function toAddress(text: string): Address | undefined {
  return isAddress(text, { strict: false }) ? (text.toLowerCase() as Address) : undefined;
}

/** An address short enough for a line: `0x1234…abcd`. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
