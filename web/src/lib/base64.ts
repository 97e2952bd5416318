/** Bytes in base64 (RFC 4648, standard alphabet, padded). */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Characters that `bytes` bytes take in base64. */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3);
}
