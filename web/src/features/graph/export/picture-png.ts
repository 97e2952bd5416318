import { svgImage } from "./svg-image.ts";

/** Marks what belongs to the picture; buttons and words that lie on it don't. */
export const PICTURE_PART = "data-picture";

/** Pixels of the file for each of the screen. */
const SHARPNESS = 2;

/** Height of the line that says as of when the picture is, and its type size, in screen pixels. */
const CAPTION = { height: 40, size: 14, left: 16 } as const;

/** What the page shows as a PNG with a line below it that says as of when it is. @throws when the browser gives no image. */
export async function picturePng(frame: Element, caption: string): Promise<Blob> {
  const { x, y, width, height } = frame.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SHARPNESS);
  canvas.height = Math.round((height + CAPTION.height) * SHARPNESS);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser gives no canvas to draw the picture on.");
  const look = getComputedStyle(document.documentElement);
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = look.getPropertyValue("background-color");
  context.fillRect(0, 0, width, height + CAPTION.height);
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  for (const part of frame.querySelectorAll<HTMLCanvasElement | SVGSVGElement>(`[${PICTURE_PART}]`)) {
    const box = part.getBoundingClientRect();
    const size = { width: box.width, height: box.height };
    const image = part instanceof HTMLCanvasElement ? part : await svgImage(part, size);
    context.drawImage(image, box.x - x, box.y - y, size.width, size.height);
  }
  context.restore();
  context.fillStyle = look.getPropertyValue("color");
  context.font = `${CAPTION.size}px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText(caption, CAPTION.left, height + CAPTION.height / 2 + CAPTION.size / 3);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser gives no image."))), "image/png");
  });
}
