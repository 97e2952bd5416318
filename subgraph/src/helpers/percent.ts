const PERCENT: i32 = 0x25;
const INVALID: i32 = -1;

/**
 * Decodes percent-encoding (RFC 3986). A percent sign that no two hex digits follow stays as it is, as browsers
 * read it: the language's own `decodeURIComponent` would abort the handler, and with it the subgraph.
 */
export function decodePercent(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let written = 0;
  for (let i = 0; i < text.length; i++) {
    let byte: i32 = text[i];
    if (byte == PERCENT && i + 2 < text.length) {
      const high = hexDigit(text[i + 1]);
      const low = hexDigit(text[i + 2]);
      if (high != INVALID && low != INVALID) {
        byte = high * 16 + low;
        i += 2;
      }
    }
    bytes[written++] = byte as u8;
  }
  return bytes.slice(0, written);
}

function hexDigit(code: i32): i32 {
  if (code >= 0x30 && code <= 0x39) return code - 0x30; // 0-9
  if (code >= 0x41 && code <= 0x46) return code - 0x41 + 10; // A-F
  if (code >= 0x61 && code <= 0x66) return code - 0x61 + 10; // a-f
  return INVALID;
}
