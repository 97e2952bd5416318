import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

interface Axe {
  run(context: unknown, options: unknown): Promise<{ readonly violations: readonly AxeViolation[] }>;
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] as const;
const COLOUR_RULES = ["color-contrast", "link-in-text-block"] as const;

/** More than the longest movement of a page takes. */
const STILL_MS = 20_000;

/** Where a violation was found, if the page is looked at in more than one state. */
export interface Seen {
  readonly as?: string;
}

/** Which of axe's rules: all of WCAG 2.2 A and AA, or those alone that another theme can break. */
export type Rules = "all" | "colours";

/** Fails on any violation of WCAG 2.2 A and AA that axe can find. */
export async function expectAccessible(page: Page, seen: Seen & { readonly rules?: Rules } = {}): Promise<void> {
  const { as = "accessibility", rules = "all" } = seen;
  await untilStill(page);
  const runOnly = rules === "all" ? WCAG : { type: "rule", values: COLOUR_RULES };
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const results = await axe.run(document, options);
      return results.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
      );
    },
    { runOnly, resultTypes: ["violations"] },
  );
  expect.soft(violations, as).toEqual([]);
}

/**
 * Waits for what ends by itself: a colour on its way to another can be read by nobody yet. Looks again every frame, since
 * Chromium leaves `finished` of some transitions open that ended while the theme or the width changed.
 */
async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document
        .getAnimations()
        .some(
          ({ effect, playState }) => playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
        ),
    undefined,
    { timeout: STILL_MS },
  );
}

/** Fails when the page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page, { as = "" }: Seen = {}): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${as} pixels beyond the window's width`).toBeLessThanOrEqual(0);
}

/** Least side of what can be pressed, in CSS pixels (WCAG 2.2, 2.5.8), and of the button that a view is about. */
const LEAST = { any: 24, primary: 44 } as const;

/**
 * Fails when something that can be pressed is smaller than a fingertip. Links within a sentence are excepted, as in WCAG, and
 * what only appears on focus.
 */
export async function expectTargets(page: Page, { as = "" }: Seen = {}): Promise<void> {
  const small = await page.evaluate((least) => {
    const pressable = "a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=option]";
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest(".sr-only") &&
      getComputedStyle(element).display !== "inline";
    // The field's frame is its target, as a click on a label is one on what it names.
    const targetOf = (element: Element): Element =>
      element.matches("input, select") ? (element.closest("label") ?? element.parentElement ?? element) : element;
    const isSmall = (element: Element): boolean => {
      const { width, height } = targetOf(element).getBoundingClientRect();
      const primary = element.classList.contains("bg-action") && element.textContent !== "";
      return width < least.any || height < (primary ? least.primary : least.any);
    };
    const describe = (element: Element): string => {
      const { width, height } = targetOf(element).getBoundingClientRect();
      const name = element.getAttribute("aria-label") ?? element.textContent;
      return `${element.tagName.toLowerCase()} “${name?.trim().slice(0, 40)}” is ${width} × ${height}`;
    };
    return [...document.querySelectorAll(pressable)].filter((each) => isShown(each) && isSmall(each)).map(describe);
  }, LEAST);
  expect.soft(small, `${as} targets that are too small`).toEqual([]);
}
