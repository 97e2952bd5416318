import { base64Length, toBase64 } from "../../lib/base64.ts";
import { formatAmount } from "../../lib/format.ts";

/** A picture that can go with the metadata, or why it can't. */
export type PictureRead =
  | { readonly ok: true; readonly image: string; readonly shrunkTo: number | undefined }
  | { readonly ok: false; readonly reason: string };

/** Kinds of picture that the pages show (`safeImage`). */
export const PICTURE_TYPES: readonly string[] = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"];

/** A photo straight from a camera is smaller; more would keep the browser busy for nothing. */
const LARGEST_FILE = 25_000_000;

/** How a picture is made small; the real one draws it on a canvas. Undefined when it can't be read. */
export type Shrink = (file: Blob, side: number) => Promise<Blob | undefined>;

/** Sides in CSS pixels that are tried, largest first: pages show pictures 84 pixels wide. */
const SIDES = [168, 128, 96, 72, 48];

/**
 * A file as a `data:` URI of at most `room` bytes: as it is when it fits, else a drawing of it made small enough.
 *
 * @param room Bytes that the URI may have, `roomForImage`.
 */
export async function readPicture(file: Blob, room: number, shrink: Shrink): Promise<PictureRead> {
  if (!PICTURE_TYPES.includes(file.type)) return refuse("Choose a PNG, JPEG, WebP or SVG picture.");
  if (file.size > LARGEST_FILE) return refuse(`The file has ${kilobytes(file.size)} kB. Choose a smaller one.`);
  if (uriLength(file) <= room) return { ok: true, image: await toUri(file), shrunkTo: undefined };
  for (const side of SIDES) {
    const small = await shrink(file, side);
    if (small === undefined) return refuse("This file can’t be read as a picture. Choose another one.");
    if (uriLength(small) <= room) return { ok: true, image: await toUri(small), shrunkTo: side };
  }
  const left = room > 0 ? `${kilobytes(room)} kB are left` : "no room is left";
  return refuse(`Beside your words ${left} for a picture, and this one can’t be made that small. Shorten the words.`);
}

function refuse(reason: string): PictureRead {
  return { ok: false, reason };
}

function uriLength({ type, size }: Blob): number {
  return `data:${type};base64,`.length + base64Length(size);
}

async function toUri(file: Blob): Promise<string> {
  return `data:${file.type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`;
}

function kilobytes(bytes: number): string {
  return formatAmount(BigInt(bytes), { decimals: 3, maximumFractionDigits: 1 });
}
