import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { tokenAddress } from "./stack.ts";

test("what happened is told in sentences, narrowed by the link, and saved whole", async ({ page }) => {
  await page.goto("/activity");
  const main = page.getByRole("main");
  await expect(
    main.getByText("Leilani Kahale put “Take in a part of Loom & Page” to the vote in Coast Union"),
  ).toBeVisible();

  await main.getByText("Gains", { exact: true }).click();
  await expect(page).toHaveURL(/show=gains/);
  await expect(main.getByText("Noor Haddad realized 7.2 ETH, over 5.9 months")).toBeVisible();
  await expect(main.getByText("to the vote")).toHaveCount(0);

  await main.getByText("Admission", { exact: true }).click();
  await expect(
    main.getByText("Rosa Quispe applied to Harbour Collective with 60,000 ROSA, for 54,000 HARB"),
  ).toBeVisible();

  await page.goto(`/activity?of=${await tokenAddress("ROSA")}`);
  await expect(main.getByRole("button", { name: "Only Rosa Quispe" })).toBeVisible();
  await expect(main.getByText("Rosa Quispe staked 60,000 ROSA into Harbour Collective for 54,000 HARB")).toBeVisible();
  await expect(main.getByText("Ada Okafor realized")).toHaveCount(0);

  const saved = page.waitForEvent("download");
  await main.getByRole("button", { name: "Save as CSV" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^weft-activity-block-\d+\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  const shown = await main.getByRole("listitem").count();
  expect(lines.length - 1).toBeGreaterThanOrEqual(shown);
  expect(lines.filter((line) => line.includes(",stake,Rosa Quispe,"))).toHaveLength(2);
});

test("older ones follow on request, each once", async ({ page }) => {
  await page.goto("/activity");
  const items = page.getByRole("main").getByRole("listitem");
  await expect(items.first()).toBeVisible();
  // While they are being read it is called otherwise.
  const more = page.getByRole("button", { name: /older ones/ });
  for (let before = await items.count(); (await more.count()) > 0; before = await items.count()) {
    await page.getByRole("button", { name: "Show older ones" }).click();
    await expect.poll(() => items.count()).toBeGreaterThan(before);
  }
  const texts = await items.allInnerTexts();
  expect(texts.at(-1)).toContain("launched a personal token");
  expect(texts.filter((text) => text.includes("formed Trio"))).toHaveLength(1);
});
