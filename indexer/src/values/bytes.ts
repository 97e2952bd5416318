import { ValueError } from "./value-error.ts";

const HEX = /^(?:[0-9a-fA-F]{2})*$/;

/** `0x` and lower-case hex digits; `0x` for no bytes. */
export function bytesToHex(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

/** Reads hex digits with or without `0x`; throws `ValueError` on an odd number of digits or another character. */
export function hexToBytes(text: string): Uint8Array {
  const digits = text.startsWith("0x") ? text.slice(2) : text;
  if (!HEX.test(digits)) {
    throw new ValueError(`\`${text}\` is not hex: write two digits (0-9, a-f) for each byte, with or without 0x`);
  }
  return Uint8Array.from(Buffer.from(digits, "hex"));
}
