import { test as base, expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** Console errors that a test provokes on purpose, by a part of their text. */
export interface Allowed {
  allowConsoleErrors(part: RegExp): void;
}

/** Messages and requests that no page may produce. */
interface Watch {
  readonly problems: string[];
  readonly allowed: RegExp[];
}

function watch(page: Page): Watch {
  const problems: string[] = [];
  const allowed: RegExp[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console error: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["127.0.0.1", "localhost"].includes(url.hostname) || ["data:", "blob:"].includes(url.protocol);
    if (!local) problems.push(`request to another host: ${request.url()}`);
  });
  return { problems, allowed };
}

/** A page that fails its test on any console error, uncaught exception or request to another host. */
export const test = base.extend<Allowed & { watched: Watch }>({
  watched: [
    async ({ page }, use) => {
      const watched = watch(page);
      await use(watched);
      const left = watched.problems.filter((problem) => !watched.allowed.some((part) => part.test(problem)));
      expect(left, "console errors, exceptions and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
  allowConsoleErrors: async ({ watched }, use) => {
    await use((part) => watched.allowed.push(part));
  },
});

/** Fails on any violation of WCAG 2.2 A and AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const results = await (
      globalThis as unknown as {
        axe: { run(context: unknown, options: unknown): Promise<{ violations: AxeViolation[] }> };
      }
    ).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`);
  });
  expect.soft(violations, "accessibility").toEqual([]);
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Fails when the page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "pixels beyond the window's width").toBeLessThanOrEqual(0);
}

export { expect };
