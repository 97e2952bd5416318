import { base64Length, toBase64 } from "../../../lib/base64.ts";
import { byteLength } from "../../../lib/byte-length.ts";

/** Most bytes of a metadata URI; the contracts' bound (`TextRules`). */
export const MOST_URI_BYTES = 8_192;

const PREFIX = "data:application/json;base64,";

/** What a token says of itself (ERC-7572). Empty texts are left out. */
export interface Metadata {
  readonly name: string;
  readonly description: string;
  /** A picture as a `data:` URI; empty without one. */
  readonly image: string;
  /** `https://` and `ipfs://` URIs, the most important one first. */
  readonly links?: readonly string[];
}

/** Metadata as one `data:` URI: nothing has to be fetched from anywhere. */
export function metadataUri(metadata: Metadata): string {
  return PREFIX + toBase64(new TextEncoder().encode(toJson(metadata)));
}

/** Bytes that the URI of this metadata has. */
export function metadataUriBytes(metadata: Metadata): number {
  return PREFIX.length + base64Length(byteLength(toJson(metadata)));
}

/** Bytes that a picture's own `data:` URI may have beside the rest; below 0 if the words alone don't fit. */
export function roomForImage(words: Omit<Metadata, "image">): number {
  const around = byteLength(toJson({ ...words, image: "x" })) - 1;
  const most = Math.floor((MOST_URI_BYTES - PREFIX.length) / 4) * 3;
  return most - around;
}

function toJson({ name, description, image, links = [] }: Metadata): string {
  return JSON.stringify({
    name,
    ...(description && { description }),
    ...(image && { image }),
    // Readers of ERC-7572 know the first alone.
    ...(links.length > 0 && { external_link: links[0], links }),
  });
}
