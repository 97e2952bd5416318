import { Bytes } from "@graphprotocol/graph-ts";
import { decodeBase64 } from "./base64";
import { decodePercent } from "./percent";

const JSON_SCHEME = "data:application/json";
const BASE64_MARK = ";base64";

/**
 * Longest URI that is read, in characters. The contracts allow 8,192 bytes; the bound stands here too, so that what
 * a handler costs never depends on a contract.
 */
const MAX_LENGTH: i32 = 16384;

/** The bytes that a `data:application/json` URI (RFC 2397) carries; null for every other URI and for broken base64. */
export function bytesOfJsonUri(uri: string): Bytes | null {
  if (uri.length > MAX_LENGTH) return null;
  const comma = uri.indexOf(",");
  if (comma < 0) return null;
  const header = uri.slice(0, comma).toLowerCase();
  if (!isJson(header)) return null;
  const plain = decodePercent(Bytes.fromUTF8(uri.slice(comma + 1)));
  if (!header.endsWith(BASE64_MARK)) return Bytes.fromUint8Array(plain);
  const decoded = decodeBase64(plain);
  return decoded === null ? null : Bytes.fromUint8Array(decoded);
}

/** Whether the part before the comma names JSON, with or without parameters, and no longer word such as `jsonml`. */
function isJson(header: string): boolean {
  return header == JSON_SCHEME || header.startsWith(`${JSON_SCHEME};`);
}
