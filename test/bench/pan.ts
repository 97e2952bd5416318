import type { Page } from "@playwright/test";

/** How a picture followed the hand. */
export interface Pan {
  /** Frames a second while panning. */
  readonly fps: number;
  /** Time of a frame that 95 of 100 stay under, in milliseconds. */
  readonly slow: number;
}

/** How long the hand pans, in milliseconds. */
const DURATION = 4_000;

/** Reach of the hand, in pixels: beyond what is painted around the window, so that more has to be painted on the way. */
const REACH = { x: 420, y: 260 } as const;

/** Drags from a place of the picture in a long loop and counts the frames that the page draws meanwhile. */
export async function panFor(page: Page, from: { readonly x: number; readonly y: number }): Promise<Pan> {
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as unknown as { frameTimes: number[] }).frameTimes = times;
    let last = performance.now();
    const note = (now: number) => {
      times.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const began = Date.now();
  for (let step = 0; Date.now() - began < DURATION; step++) {
    await page.mouse.move(from.x + Math.sin(step / 9) * REACH.x, from.y + Math.sin(step / 7) * REACH.y);
  }
  const times = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes.slice());
  await page.mouse.up();
  const all = times.reduce((sum, time) => sum + time, 0);
  const sorted = [...times].sort((a, b) => a - b);
  return { fps: (times.length / all) * 1_000, slow: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
}
