import { JSONValue, JSONValueKind, json, TypedMap } from "@graphprotocol/graph-ts";
import { bytesOfJsonUri } from "./data-uri";

/** What is shown of a token's ERC-7572 metadata. */
export class Metadata {
  description: string | null = null;
  image: string | null = null;
}

/**
 * Reads a token's metadata. Anybody can launch a token with any URI, so nothing in it may stop the subgraph: what is
 * missing, of a wrong type or unreadable stays null. `ipfs://` metadata stays null too: it would have to be fetched.
 */
export function readMetadata(uri: string): Metadata {
  const metadata = new Metadata();
  const bytes = bytesOfJsonUri(uri);
  if (bytes === null) return metadata;
  const parsed = json.try_fromBytes(bytes);
  if (parsed.isError || parsed.value.kind != JSONValueKind.OBJECT) return metadata;
  const fields = parsed.value.toObject();
  metadata.description = textOf(fields, "description");
  const image = textOf(fields, "image");
  if (image !== null && isPicture(image)) metadata.image = image;
  return metadata;
}

/** The text under `key`; null when there is none, it is empty or something other than text. */
function textOf(fields: TypedMap<string, JSONValue>, key: string): string | null {
  const value = fields.get(key);
  if (value === null || value.kind != JSONValueKind.STRING) return null;
  const text = value.toString();
  return text.length == 0 ? null : text;
}

function isPicture(uri: string): boolean {
  const scheme = uri.slice(0, 8).toLowerCase();
  return uri.slice(0, 11).toLowerCase() == "data:image/" || scheme.startsWith("ipfs://") || scheme == "https://";
}
