/** What can be read out of metadata. */
export interface ExpectedMetadata {
  readonly name: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly links: readonly string[];
}

const FETCHABLE = /^(https|ipfs):\/\//i;
const PICTURE = /^(data:image\/|https:\/\/|ipfs:\/\/)/i;
const HEADER = /^data:application\/json(;[^,]*)?$/i;

const textOf = (value: unknown, most: number): string | null =>
  typeof value === "string" && value.length > 0 && value.length <= most ? value : null;

/** Reads the metadata of a `data:` URI as the schema says it is read, with the means of the platform; null for none. */
export function expectedMetadata(uri: string): ExpectedMetadata | null {
  const bytes = bytesOf(uri);
  if (bytes === null) return null;
  let fields: unknown;
  try {
    fields = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return null;
  const { name, description, image, external_link, links } = fields as Record<string, unknown>;
  // PostgreSQL has no text with a NUL in it.
  const stored = (text: string | null) => text?.replaceAll("\0", "") ?? null;
  const picture = textOf(image, 65_536);
  const given = [external_link, ...(Array.isArray(links) ? links : [])]
    .map((link) => textOf(link, 2_048))
    .filter((link) => link !== null && FETCHABLE.test(link));
  return {
    name: stored(textOf(name, 8_192)),
    description: stored(textOf(description, 8_192)),
    image: picture !== null && PICTURE.test(picture) ? stored(picture) : null,
    links: [...new Set(given as string[])].slice(0, 16).map((link) => stored(link) as string),
  };
}

function bytesOf(uri: string): Uint8Array | null {
  const comma = uri.indexOf(",");
  const header = uri.slice(0, Math.max(comma, 0));
  if (!HEADER.test(header)) return null;
  const plain = percentDecoded(uri.slice(comma + 1));
  if (!header.toLowerCase().endsWith(";base64")) return plain;
  const text = Buffer.from(plain).toString("latin1");
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text) || text.replace(/=+$/, "").length % 4 === 1) return null;
  return Buffer.from(text, "base64");
}

function percentDecoded(text: string): Uint8Array {
  const latin1 = Buffer.from(text, "utf8").toString("latin1");
  const decoded = latin1.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(decoded, "latin1");
}
