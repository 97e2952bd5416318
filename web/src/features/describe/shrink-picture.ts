const QUALITY = 0.72;

/** Draws a picture `side` pixels square, cut at its longer sides, as WebP; undefined when the browser can't read it. */
export async function shrinkPicture(file: Blob, side: number): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext("2d");
  if (!bitmap || !pen) return undefined;
  const cut = Math.min(bitmap.width, bitmap.height);
  pen.drawImage(bitmap, (bitmap.width - cut) / 2, (bitmap.height - cut) / 2, cut, cut, 0, 0, side, side);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", QUALITY));
  return blob ?? undefined;
}
