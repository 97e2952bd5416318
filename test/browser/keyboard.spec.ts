import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { connectByKeys, enter, tabTo, write } from "./keys.ts";
import { ask, tokenAddress } from "./stack.ts";

// Nothing in this file points at anything: no click, no hover, no fill.

/** Finds somebody by the search that `/` opens from anywhere. */
async function find(page: Page, text: string, name: string): Promise<void> {
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Find a person or network" })).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByRole("option", { name: new RegExp(name) })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

test("the first stop leads past the header, and a dialog gives the focus back", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);

  const connect = page.getByRole("button", { name: "Connect", exact: true });
  await page.reload();
  await enter(page, connect);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press("Tab");
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(connect).toBeFocused();
});

test("a holder finds a person, and claims", async ({ page }) => {
  await page.goto("/");
  await connectByKeys(page, "Ingrid Aasen");
  await find(page, "loom", "Loom & Page");
  await enter(page, page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Portfolio" }));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await enter(page, page.getByRole("button", { name: /^Claim [\d.,]+ ETH$/ }));
  await expect(page.getByText("Your wallet grew by")).toBeVisible();
});

test("a member reads what is put to the vote, and votes", async ({ page }) => {
  await page.goto(`/network/${await tokenAddress("COAST")}`);
  await connectByKeys(page, "Priya Nair");
  const card = page.getByRole("region", { name: "Applications and votes" });
  const unfold = card.getByRole("button", { name: /Take in a part of Loom & Page$/ });
  await enter(page, unfold);
  await expect(unfold).toBeFocused();
  await write(page, card.getByRole("textbox", { name: "Why" }), "Their good months are ours too.");
  await enter(page, card.getByRole("button", { name: "Vote for", exact: true }));
  await expect(card.getByText(/^You voted for, with 80,000 COAST/)).toBeVisible();
});

test("a founder forms a network, and stakes", async ({ page }) => {
  await page.goto("/form");
  await connectByKeys(page, "Amara Diallo");
  await write(page, page.getByRole("textbox", { name: "Name", exact: true }), "Hulls & Bowls");
  await write(page, page.getByRole("textbox", { name: "What it is for" }), "One floats, one holds.");
  const second = page.getByRole("group", { name: "Founder 2" });
  await tabTo(page, second.getByRole("combobox", { name: "Person or network" }));
  await page.keyboard.type("mei");
  await expect(page.getByRole("option", { name: /Mei-Ling Chou/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(second.getByRole("button", { name: "Change Mei-Ling Chou" })).toBeFocused();
  await write(page, second.getByRole("textbox", { name: "Rate" }), "0.5");
  await enter(page, page.getByRole("button", { name: "Form Hulls & Bowls" }));
  await expect(page.getByRole("heading", { name: "Hulls & Bowls", level: 1 })).toBeVisible();
  const panel = page.getByRole("region", { name: "Stake into Hulls & Bowls" });
  await enter(page, panel.getByRole("button", { name: "Stake 100,000 AMARA" }));
  await expect(panel.getByText(/You handed over 100,000 AMARA and received 100,000/)).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const { networkToken } = await ask<{ networkToken: { memberCount: number } }>(
    "query ($id: ID!) { networkToken(id: $id) { memberCount } }",
    { id },
  );
  expect(networkToken.memberCount).toBe(1);
});
