import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has before what is looked for: beyond them the focus is in a trap, or goes round. */
const MOST_STOPS = 160;
/** Least width of the ring around what has the focus, in CSS pixels. */
const LEAST_RING = 2;

interface Stop {
  readonly name: string;
  /** Whether a ring is drawn around it, or around the field or choice that it is in. */
  readonly ringed: boolean;
  /** Whether anything of it can be seen: in the window, and not covered by something else. */
  readonly seen: boolean;
}

/** What has the focus now; undefined where the page itself has it. */
async function stopAt(page: Page): Promise<Stop | undefined> {
  return await page.evaluate((least) => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const hasRing = (of: Element | null): boolean => {
      if (of === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(of);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= least;
    };
    // A picture's node draws its ring as a shape of its own; a dialog as a whole has none, and is no stop by Tab.
    const drawn = element.closest("svg") !== null || (element as HTMLElement).tabIndex < 0;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inside = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    const over = document.elementFromPoint(
      Math.min(Math.max((left + right) / 2, 0), innerWidth - 1),
      Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1),
    );
    const covered = over?.closest("header") != null && element.closest("header") === null;
    const [label] = (element as HTMLInputElement).labels ?? [];
    const name = element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent ?? "";
    return {
      name: `${element.tagName.toLowerCase()} “${name.trim().slice(0, 60)}”`,
      ringed: drawn || hasRing(element) || hasRing(element.parentElement) || hasRing(element.closest("label")),
      seen: inside && !covered,
    };
  }, LEAST_RING);
}

/** Goes on by Tab until what is looked for has the focus. Every stop on the way can be seen, and has a ring around it. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press("Tab");
    const stop = await stopAt(page);
    if (stop === undefined) continue;
    passed.push(stop.name);
    expect.soft(stop.ringed, `${stop.name} has a ring around it`).toBe(true);
    expect.soft(stop.seen, `${stop.name} is on the screen`).toBe(true);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${wanted} is not reached by Tab. What is: ${passed.join(", ")}`);
}

/** Presses by Enter what `tabTo` finds. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Writes into the field that `tabTo` finds, in place of what is there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** Connects as somebody of the story; the focus is on the account afterwards. */
export async function connectByKeys(page: Page, name: string): Promise<void> {
  await enter(page, page.getByRole("button", { name: "Connect", exact: true }));
  const choice = page.getByRole("dialog").getByRole("button", { name });
  await tabTo(page, choice);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Your account: ${name}` })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
}
