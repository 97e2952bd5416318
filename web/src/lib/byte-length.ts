const encoder = new TextEncoder();

/** Bytes that a text has in UTF-8, as contracts count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
