const PADDING: i32 = 0x3d;
const INVALID: i32 = -1;

/**
 * Decodes base64 text (RFC 4648, standard or URL alphabet, padding optional) held as ASCII codes.
 * Null when a character or the length can't be base64: whoever calls decides what that means.
 */
export function decodeBase64(text: Uint8Array): Uint8Array | null {
  let length = text.length;
  while (length > 0 && text[length - 1] == PADDING) length--;
  if (text.length - length > 2 || length % 4 == 1) return null;
  const bytes = new Uint8Array((length * 3) / 4);
  let buffer: u32 = 0;
  let bits = 0;
  let written = 0;
  for (let i = 0; i < length; i++) {
    const value = sextet(text[i]);
    if (value == INVALID) return null;
    buffer = (buffer << 6) | (value as u32);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = ((buffer >> bits) & 0xff) as u8;
    }
  }
  return bytes;
}

/** The six bits that a base64 character stands for, or -1. */
function sextet(code: i32): i32 {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41; // A-Z
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26; // a-z
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52; // 0-9
  if (code == 0x2b || code == 0x2d) return 62; // + or -
  if (code == 0x2f || code == 0x5f) return 63; // / or _
  return INVALID;
}
