import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { tokenAddress } from "./stack.ts";

/** The header and the way around the page, which stay in view, end here, in px; a card that was led to begins right below. */
const STAYS = 113;

const around = (page: Page) => page.getByRole("navigation", { name: "On this page" });
const card = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

async function expectLedTo(page: Page, id: string, link: string, name: string | RegExp): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(around(page).getByRole("link", { name: link })).toHaveAttribute("aria-current", "location");
  await expect(card(page, name).getByRole("heading").first()).toBeInViewport({ ratio: 1 });
  await expect.poll(async () => (await card(page, name).boundingBox())?.y ?? 0).toBeGreaterThan(STAYS);
}

for (const { width, height } of [
  { width: 1440, height: 940 },
  { width: 360, height: 780 },
]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } });

    test("a link into a long page leads to its part, and the way around it follows", async ({ page }) => {
      await page.goto(`/network/${await tokenAddress("HARB")}#owners`);
      await test.step("which is there only once the page has been read", () =>
        expectLedTo(page, "owners", "Owners", /^Who owns/));

      await test.step("the way around stays in view, and leads on", async () => {
        await around(page).getByRole("link", { name: "Members" }).click();
        await expectLedTo(page, "members", "Members", /^Members$/);
        await expectAccessible(page);
      });

      await test.step("whoever scrolls is told where they are", async () => {
        await card(page, "Whom members brought in").scrollIntoViewIfNeeded();
        await page.mouse.wheel(0, 500);
        await expect(around(page).getByRole("link", { name: "Members" })).not.toHaveAttribute("aria-current");
        await expect(around(page).locator("[aria-current]")).toBeInViewport({ ratio: 1 });
      });

      await test.step("and Back leads back", async () => {
        await page.goBack();
        await expect(page).toHaveURL(/#owners$/);
      });
    });
  });
}

test("what can be done stays in view beside a long page", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 940 });
  await page.goto(`/person/${await tokenAddress("ROSA")}`);
  const give = card(page, "Give to the holders");
  await expect(give).toBeInViewport({ ratio: 1 });
  await around(page).getByRole("link", { name: "Networks" }).click();
  await expect(card(page, "Networks joined")).toBeInViewport({ ratio: 1 });
  await expect(give).toBeInViewport({ ratio: 1 });
});

test("every link of the way around leads somewhere, on the page of somebody with nothing yet too", async ({ page }) => {
  for (const path of [`/person/${await tokenAddress("DEV")}`, `/network/${await tokenAddress("NIGHT")}`]) {
    await page.goto(path);
    const links = around(page).getByRole("link");
    await expect(links.first()).toBeVisible();
    for (const link of await links.all()) {
      const target = await link.getAttribute("href");
      await expect(page.locator(`section${target}`), `what ${target} leads to`).toHaveCount(1);
    }
  }
});
