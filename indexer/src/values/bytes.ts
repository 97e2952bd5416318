import { ValueError } from "./value-error.ts";

/** Up to this many bytes, own loops beat `Buffer`, which has to move short arrays out of the garbage collector's heap. */
const SHORT = 64;

const TO_HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Value of a character code as hex digit; 255 for no digit. */
const FROM_HEX = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = "0123456789abcdef".indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? 255 : digit;
});

/** `0x` and lower-case hex digits; `0x` for no bytes. */
export function bytesToHex(bytes: Uint8Array): string {
  if (bytes.length > SHORT) {
    return `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
  }
  let text = "0x";
  for (let index = 0; index < bytes.length; index++) text += TO_HEX[bytes[index] ?? 0];
  return text;
}

/** Reads hex digits with or without `0x`; throws `ValueError` on an odd number of digits or another character. */
export function hexToBytes(text: string): Uint8Array {
  const start = text.startsWith("0x") ? 2 : 0;
  const length = (text.length - start) / 2;
  const bytes = length > SHORT ? readLong(text, start) : readShort(text, start, length);
  if (bytes !== null) return bytes;
  throw new ValueError(`\`${text}\` is not hex: write two digits (0-9, a-f) for each byte, with or without 0x`);
}

/** Null when the text is not hex. */
function readShort(text: string, start: number, length: number): Uint8Array | null {
  if (!Number.isInteger(length)) return null;
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const high = FROM_HEX[text.charCodeAt(start + 2 * index)] ?? 255;
    const low = FROM_HEX[text.charCodeAt(start + 2 * index + 1)] ?? 255;
    if (high === 255 || low === 255) return null;
    bytes[index] = 16 * high + low;
  }
  return bytes;
}

/** `Buffer` stops at the first character that is no digit, which the length shows. */
function readLong(text: string, start: number): Uint8Array | null {
  const bytes = Uint8Array.from(Buffer.from(text.slice(start), "hex"));
  return bytes.length * 2 === text.length - start ? bytes : null;
}
