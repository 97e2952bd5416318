import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { movements } from "./motion.ts";
import { tokenAddress } from "./stack.ts";

const beads = (page: Page): Locator => page.locator("circle.story-bead");

/** Where the first bead is on the screen. */
async function beadAt(page: Page): Promise<string> {
  const box = await beads(page).first().boundingBox();
  return box === null ? "gone" : `${Math.round(box.x)} ${Math.round(box.y)}`;
}

for (const { width, height } of [
  { width: 1440, height: 940 },
  { width: 360, height: 780 },
]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } });

    test("somebody new sees the idea on the first screen, and a gain move when they ask", async ({ page }) => {
      await page.goto("/");
      const figure = page.getByRole("figure");
      await test.step("what it is about, without scrolling", async () => {
        await expect(page.getByRole("heading", { name: "Who owns whom, and what came of it" })).toBeInViewport({
          ratio: 1,
        });
        await expect(page.getByText("When one of them does well, each of them does.")).toBeInViewport({ ratio: 1 });
        for (const said of ["Ada", "Ben", "Cleo", "Trio", "+78.43", "+6.43", "+5.14"]) {
          await expect(figure.getByText(said, { exact: true })).toBeInViewport({ ratio: 1 });
        }
        await expect(page.getByText("Trio passes it on until it rests with people")).toBeInViewport({ ratio: 1 });
      });

      await test.step("nothing moves by itself", async () => {
        await page.waitForLoadState("networkidle");
        expect(await movements(page)).toEqual([]);
        await expect(beads(page)).toHaveCount(0);
      });

      await test.step("the gain runs through the network to each, and rests", async () => {
        const watch = page.getByRole("button", { name: "Watch" });
        await expect(watch).toBeInViewport({ ratio: 1 });
        await watch.click();
        const status = page.getByRole("status").filter({ hasText: /^Step/ });
        await expect(status).toHaveText("Step 1 of 4: People issue shares in themselves");
        await expect(status).toHaveText("Step 3 of 4: Ada brings in 90");
        await expect(figure.getByText("+72", { exact: true })).toBeVisible();
        await expect(beads(page).first()).toBeInViewport();
        const before = await beadAt(page);
        await expect.poll(() => beadAt(page)).not.toBe(before);
        await expect(status).toHaveText("Step 4 of 4: Each of them gains");
        await expect(beads(page)).toHaveCount(0);
        await expect(watch).toBeVisible();
        expect(await movements(page)).toEqual([]);
      });

      await test.step("and from there into the real thing", async () => {
        await page.getByRole("link", { name: "Trio", exact: true }).click();
        await expect(page.getByRole("heading", { name: "Trio", level: 1 })).toBeVisible();
        await page.getByRole("link", { name: "See in graph" }).click();
        await expect(page.getByRole("button", { name: /^Ada Okafor, person/ })).toBeVisible();
        await expect(page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
      });
    });
  });
}

test.describe("who asked for less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("is told the story by numbered steps, and nothing moves", async ({ page }) => {
    await page.goto("/");
    const back = page.getByRole("button", { name: "Back" });
    const next = page.getByRole("button", { name: "Next" });
    const status = page.getByRole("status").filter({ hasText: /^Step/ });
    await expect(status).toHaveText(/^Step 4 of 4/);
    await expect(next).toBeDisabled();
    await expect(page.getByRole("button", { name: "Watch" })).toHaveCount(0);
    for (const step of [3, 2, 1]) {
      await back.click();
      await expect(status).toHaveText(new RegExp(`^Step ${step} of 4`));
      expect(await movements(page)).toEqual([]);
    }
    await expect(back).toBeDisabled();
    await next.click();
    await expect(status).toHaveText(/^Step 2 of 4/);
    await expect(beads(page)).toHaveCount(0);
    await expectAccessible(page);
  });

  test("sees pages, dialogs and a flow without any movement", async ({ page }) => {
    await page.goto(`/graph?node=${await tokenAddress("ADA")}`);
    await page.getByRole("button", { name: "Watch" }).click();
    await expect(page.getByText(/^Turn 1 of/).first()).toBeVisible();
    await expect(page.locator("circle.fill-thread")).toHaveCount(0);
    expect(await movements(page)).toEqual([]);
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText(/^Turn 2 of/).first()).toBeVisible();
    await page.getByRole("button", { name: "Back" }).click();
    await expect(page.getByText(/^Turn 1 of/).first()).toBeVisible();
    expect(await movements(page)).toEqual([]);
    await page.getByRole("button", { name: "Filter" }).click();
    expect(await movements(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Ada Okafor" })).toBeVisible();
    expect(await movements(page)).toEqual([]);
  });
});
