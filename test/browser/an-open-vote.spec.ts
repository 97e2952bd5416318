import { expect, expectAccessible, test } from "./fixtures.ts";
import { tokenAddress } from "./stack.ts";

// The story leaves this vote open for half an hour of the chain's time, which later files move: this one is named to come early.
test("a visitor reads what is put to the vote, and by whom", async ({ page }) => {
  await page.goto(`/network/${await tokenAddress("COAST")}`);
  const card = page.getByRole("region", { name: "Applications and votes" });
  await expect(card.getByRole("heading", { name: "Take in a part of Loom & Page" })).toBeVisible();
  await expect(card.getByText("Rosa Quispe may stake up to 60,000 LOOM for 60,000 new COAST")).toBeVisible();
  await card.getByRole("button", { name: /Take in a part of Loom & Page$/ }).click();
  await expect(card.getByText("A potter, a weaver and a writer sell most when the boats are in")).toBeVisible();
  await expect(card.getByText("“Their good months are our poor ones.”")).toBeVisible();
  await expectAccessible(page);
});
