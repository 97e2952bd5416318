import { drawPicture, type Picture } from "./pictures/draw-picture.ts";

/** Longest metadata URI that the contracts take, in bytes. */
export const MAX_URI_BYTES = 8_192;

/** What a token says of itself. */
export interface TokenText extends Picture {
  readonly name: string;
  readonly about: string;
}

/** A token's ERC-7572 metadata as one `data:` URI, picture included: nothing has to be fetched from anywhere. */
export function metadataUri(token: TokenText): string {
  const image = `data:image/svg+xml,${escapeForUri(drawPicture(token))}`;
  const json = JSON.stringify({ name: token.name, symbol: token.symbol, description: token.about, image });
  return `data:application/json;base64,${Buffer.from(json, "utf8").toString("base64")}`;
}

/** Escapes what a `data:` URI or an attribute around it can't carry, and no more: the picture stays small. */
function escapeForUri(svg: string): string {
  return svg.replace(/["%#<>\\^`{|}]/g, encodeURIComponent);
}
