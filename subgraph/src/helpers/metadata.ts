import { Bytes, JSONValue, JSONValueKind, json, TypedMap } from "@graphprotocol/graph-ts";

/** Longest text that is kept, in characters: what fits on the chain. */
const MAX_TEXT: i32 = 8192;
/** Longest picture URI that is kept, in characters. */
const MAX_IMAGE: i32 = 65536;
/** Longest link that is kept, in characters. */
const MAX_LINK: i32 = 2048;
/** Most links that are kept. */
const MAX_LINKS: i32 = 16;

/** What is shown of a token's ERC-7572 metadata. */
export class Metadata {
  name: string | null = null;
  description: string | null = null;
  image: string | null = null;
  links: string[] = [];
}

/**
 * Reads a token's metadata. Anybody can launch a token with any URI, so nothing in it may stop the subgraph: what is
 * missing, too long, of a wrong type or unreadable stays null. Null for bytes that are no JSON object.
 */
export function readMetadata(bytes: Bytes): Metadata | null {
  const parsed = json.try_fromBytes(bytes);
  if (parsed.isError || parsed.value.kind != JSONValueKind.OBJECT) return null;
  const fields = parsed.value.toObject();
  const metadata = new Metadata();
  metadata.name = textOf(fields.get("name"), MAX_TEXT);
  metadata.description = textOf(fields.get("description"), MAX_TEXT);
  const image = textOf(fields.get("image"), MAX_IMAGE);
  if (image !== null && isPicture(image)) metadata.image = image;
  addLink(metadata.links, fields.get("external_link"));
  addLinks(metadata.links, fields);
  return metadata;
}

/** The text that a value is; null when there is none, or it is empty, too long or something other than text. */
function textOf(value: JSONValue | null, maxLength: i32): string | null {
  if (value === null || value.kind != JSONValueKind.STRING) return null;
  const text = value.toString();
  return text.length == 0 || text.length > maxLength ? null : text;
}

function addLinks(links: string[], fields: TypedMap<string, JSONValue>): void {
  const value = fields.get("links");
  if (value === null || value.kind != JSONValueKind.ARRAY) return;
  const given = value.toArray();
  for (let i = 0; i < given.length && links.length < MAX_LINKS; i++) addLink(links, given[i]);
}

/** Adds a value that is a link, once. */
function addLink(links: string[], value: JSONValue | null): void {
  const link = textOf(value, MAX_LINK);
  if (link !== null && isFetchable(link) && !links.includes(link)) links.push(link);
}

function isPicture(uri: string): bool {
  return uri.slice(0, 11).toLowerCase() == "data:image/" || isFetchable(uri);
}

/** Whether a URI can be followed without running anything. */
function isFetchable(uri: string): bool {
  const scheme = uri.slice(0, 8).toLowerCase();
  return scheme == "https://" || scheme.startsWith("ipfs://");
}
