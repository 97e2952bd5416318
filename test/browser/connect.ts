import { expect, type Page } from "@playwright/test";

/** Connects as somebody of the story through the wallet dialog. */
export async function connectAs(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
  await expect(page.getByRole("button", { name: `Your account: ${name}` })).toBeVisible();
}

/** Connects the wallet that `injectWallet` announced. */
export async function connectTestWallet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Test Wallet" }).click();
  await expect(page.getByRole("button", { name: /^Your account/ })).toBeVisible();
}

/** Disconnects whoever is connected. */
export async function disconnect(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await expect(page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
}
