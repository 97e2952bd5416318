const PICTURE = /^data:image\/(png|jpeg|webp|svg\+xml)[;,]/i;
const LONGEST_PICTURE = 200_000;

/**
 * The picture of a token if the page may show it: bytes that came with the metadata, in a format an `<img>` can't run.
 *
 * Metadata is written by strangers. Anything that would be fetched (`https:`, `ipfs:`) tells a stranger who reads the page, so it is left out.
 */
export function safeImage(image: string | null | undefined): string | undefined {
  return image && image.length <= LONGEST_PICTURE && PICTURE.test(image) ? image : undefined;
}
