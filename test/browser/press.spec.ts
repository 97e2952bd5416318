import type { Locator, Page } from "@playwright/test";
import { connectAs } from "./connect.ts";
import { expect, test } from "./fixtures.ts";
import { tokenAddress } from "./stack.ts";

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Goes down at a place of the page, lets something happen, and is lifted where it is. */
const POINTERS: Readonly<Record<string, (page: Page, place: Place, meanwhile: () => Promise<void>) => Promise<void>>> =
  {
    async mouse(page, { x, y }, meanwhile) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await meanwhile();
      await page.mouse.up();
    },
    async finger(page, place, meanwhile) {
      const browser = await page.context().newCDPSession(page);
      await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [place] });
      await meanwhile();
      await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    },
  };

async function middleOf(element: Locator): Promise<Place> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("What is pressed has no place on the page.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const [pointer, press] of Object.entries(POINTERS)) {
  test(`a press by ${pointer} counts, though the page moves the button under it`, async ({ page }) => {
    const amara = await tokenAddress("AMARA");
    await page.goto(`/person/${await tokenAddress("NOOR")}`);
    await connectAs(page, "Noor Haddad");
    await page.getByRole("button", { name: "Change: Deposits to your treasury" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Person or network" }).fill(amara);
    const button = dialog.getByRole("button", { name: "Allow AMARA", exact: true });
    await expect(dialog.getByText("What comes in earns for everybody who owns a part of you")).toBeVisible();
    const before = await middleOf(button);
    await expect(dialog.getByText("Checked against the chain just now")).toBeVisible();
    expect(await middleOf(button), "the chain's answer moves nothing").toEqual(before);
    await press(page, before, () =>
      dialog
        .getByRole("heading")
        .first()
        .evaluate((heading) => {
          heading.style.paddingBottom = "80px";
        }),
    );
    await expect(dialog.getByText("Anybody may send AMARA to your treasury now.").first()).toBeVisible();
  });
}
