import { parseEther } from "viem";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { ask, tokenAddress } from "./stack.ts";

test("a sponsor’s record says who came in, on what, and how it turned out", { tag: "@journey" }, async ({ page }) => {
  const [harbour, field, rosa] = await Promise.all(["HARB", "FIELD", "ROSA"].map(tokenAddress));
  if (harbour === undefined || field === undefined || rosa === undefined) throw new Error("The story has them.");
  const { membership, personalToken } = await ask<{
    membership: { broughtIn: string; realizedBefore: string; staked: string };
    personalToken: { totalRealized: string };
  }>(
    `query ($id: ID!, $rosa: ID!) {
      membership(id: $id) { broughtIn realizedBefore staked }
      personalToken(id: $rosa) { totalRealized }
    }`,
    { id: `${harbour}${rosa.slice(2)}`, rosa },
  );
  const since = BigInt(personalToken.totalRealized) - BigInt(membership.realizedBefore);
  expect(membership.staked).toBe(parseEther("60000").toString());

  await test.step("Rosa in Harbour", async () => {
    await page.goto(`/network/${harbour}`);
    const card = page.getByRole("region", { name: "Whom members brought in" });
    const item = card.getByRole("listitem").filter({ hasText: "Rosa Quispe" });
    await expect(item).toContainText("up to 60,000 ROSA for 54,000 HARB, no lock-up");
    await expect(item.getByRole("link", { name: "Priya Nair" })).toBeVisible();
    await expect(item).toContainText(/[\d.]+ % for, [\d.]+ % against/);
    const fact = (label: string) =>
      item
        .locator("div")
        .filter({ has: page.getByText(label, { exact: true }) })
        .last()
        .getByRole("definition");
    const exact = async (label: string) =>
      parseEther((await fact(label).locator("data").getAttribute("value")) ?? "nothing");
    expect(await exact("Staked")).toBe(BigInt(membership.staked));
    expect(await exact("Had realized before")).toBe(BigInt(membership.realizedBefore));
    expect(await exact("Realized since")).toBe(since);
    await expectAccessible(page);

    await card.getByRole("tab", { name: "By sponsor" }).click();
    const row = card.getByRole("row", { name: /Priya Nair/ });
    await expect(row.getByRole("cell").nth(1)).toHaveText("1");
    // Left out where the window is narrow: whoever came in is in the list.
    if (await card.getByRole("columnheader", { name: "Came in" }).isVisible())
      await expect(row.getByRole("cell").nth(2)).toHaveText("1");
    const brought = BigInt(membership.broughtIn);
    if (brought > 0n) {
      expect(parseEther((await row.locator("data").getAttribute("value")) ?? "nothing")).toBe(brought);
    } else await expect(row).toContainText("none yet");
    await expectAccessible(page);
  });

  await test.step("Dev, whom Field refused", async () => {
    await page.goto(`/network/${field}`);
    const card = page.getByRole("region", { name: "Whom members brought in" });
    await card.getByRole("tab", { name: "Did not (1)" }).click();
    const item = card.getByRole("listitem").filter({ hasText: "Dev Raman" });
    await expect(item).toContainText(/refused, \d+ \w+ \d{4}/);
    await expect(item).toContainText("up to 50,000 DEV for 150,000 FIELD");
    await expect(item.getByRole("link", { name: "Leilani Kahale" })).toBeVisible();
  });
});
