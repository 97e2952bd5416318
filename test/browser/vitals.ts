import type { CDPSession, Page } from "@playwright/test";

/** What a person feels of a page's speed (web.dev/vitals). */
export interface Vitals {
  /** Largest Contentful Paint: from the navigation until the largest piece is painted, in milliseconds. */
  readonly paint: number;
  /** Cumulative Layout Shift: the worst window of at most 5 s with gaps under 1 s, without what answers a key or a press. */
  readonly shift: number;
  /** Interaction to Next Paint: the slowest answer to a key or a press, in milliseconds, to the next multiple of 8. */
  readonly answer: number;
}

/** How much slower the page's thread is made: the factor of Lighthouse's phone. */
export const SLOWDOWN = 4;

/** Rounds that tell how busy the machine is, those before them in which the loop is compiled, and turns of the loop in each. */
const ROUNDS = { warmUp: 4, count: 24, turns: 400_000 } as const;

interface Recorded {
  paint: number;
  shifts: { value: number; at: number }[];
  answer: number;
}

type Recording = typeof globalThis & { recordedVitals: Recorded };

/** Records the vitals of every page that is opened from now on. */
export async function recordVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: Recorded = { paint: 0, shifts: [], answer: 0 };
    (globalThis as Recording).recordedVitals = recorded;
    const observe = (options: PerformanceObserverInit & { durationThreshold?: number }, see: (entry: never) => void) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) see(entry as never);
      }).observe({ buffered: true, ...options });
    observe({ type: "largest-contentful-paint" }, (entry: PerformanceEntry) => {
      recorded.paint = entry.startTime;
    });
    observe({ type: "layout-shift" }, (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => {
      if (!entry.hadRecentInput) recorded.shifts.push({ value: entry.value, at: entry.startTime });
    });
    observe({ type: "event", durationThreshold: 16 }, (entry: PerformanceEntry & { interactionId: number }) => {
      if (entry.interactionId > 0) recorded.answer = Math.max(recorded.answer, entry.duration);
    });
  });
}

/** What was recorded since the page was opened. */
export async function readVitals(page: Page): Promise<Vitals> {
  // Observers are told after the frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  const { paint, shifts, answer } = await page.evaluate(() => (globalThis as Recording).recordedVitals);
  return { paint, shift: worstWindow(shifts), answer };
}

function worstWindow(shifts: readonly { readonly value: number; readonly at: number }[]): number {
  let worst = 0;
  let window = { sum: 0, begin: 0, end: Number.NEGATIVE_INFINITY };
  for (const { value, at } of shifts) {
    const goesOn = at - window.end < 1_000 && at - window.begin < 5_000;
    window = goesOn ? { ...window, sum: window.sum + value, end: at } : { sum: value, begin: at, end: at };
    worst = Math.max(worst, window.sum);
  }
  return worst;
}

/** Slows the page's thread down, from the next task on. */
export async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/**
 * By what factor things take longer now than they would if nobody else used the machine. Measured in the page itself under the
 * same slow-down: rounds of a loop and a question to the server, as loading a page is made of. The quickest round is one that
 * nobody came between; the factor is how much longer a round takes on average. 1.1 to 1.5 on a machine at rest.
 */
export async function contention(page: Page): Promise<number> {
  const rounds = await page.evaluate(async ({ warmUp, count, turns }) => {
    const times: number[] = [];
    let mixed = 1;
    for (let round = 0; round < warmUp + count; round++) {
      const begin = performance.now();
      for (let turn = 0; turn < turns; turn++) mixed = (Math.imul(mixed, 1_664_525) + 1_013_904_223) | 0;
      await (await fetch("/mark.svg", { cache: "no-store" })).text();
      times.push(performance.now() - begin);
    }
    // Used, so that the loop is not taken away.
    return mixed === 0 ? [] : times.slice(warmUp);
  }, ROUNDS);
  const mean = rounds.reduce((sum, time) => sum + time, 0) / rounds.length;
  return mean / Math.min(...rounds);
}
