import { connectAs } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { injectWallet, moveWallet } from "./injected-wallet.ts";
import { chain, graphqlUrl, rpcUrl, tokenAddress } from "./stack.ts";

/** The first of the chain's development accounts: Ada. */
const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

/** What the browser itself logs when a request fails on purpose. */
const FAILED_REQUEST = /Failed to load resource/;

test("a chain that does not answer is named, and nothing is lost", async ({ page, allowConsoleErrors }) => {
  allowConsoleErrors(FAILED_REQUEST);
  await page.goto(`/person/${await tokenAddress("ADA")}`);
  await connectAs(page, "Ada Okafor");
  const panel = page.getByRole("region", { name: "Realize a gain" });
  await panel.getByRole("textbox", { name: "Amount" }).fill("1");
  await expect(panel.getByText("this would go through")).toBeVisible();
  await page.route(
    (url) => url.origin === new URL(rpcUrl()).origin,
    (route) => route.abort(),
  );
  await panel.getByRole("button", { name: "Realize 1 ETH" }).click();
  await expect(panel.getByText("The chain can’t be reached")).toBeVisible();
  await expect(panel.getByRole("textbox", { name: "Amount" })).toHaveValue("1");
});

test("a wallet on another chain is told so, and can switch", async ({ page }) => {
  await injectWallet(page, { rpcUrl: rpcUrl(), account: ADA, chainId: 31337 });
  await page.goto("/");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Test Wallet" }).click();
  await expect(page.getByRole("button", { name: "Your account: Ada Okafor" })).toBeVisible();
  await moveWallet(page, 1);
  const notice = page.getByText("Your wallet is on Ethereum. Weft here runs on Local.");
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Switch", exact: true }).click();
  await expect(notice).toBeHidden();
});

test("a declined signature sends nothing and says so", async ({ page }) => {
  await injectWallet(page, { rpcUrl: rpcUrl(), account: ADA, chainId: 31337, declines: true });
  await page.goto(`/person/${await tokenAddress("ADA")}`);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Test Wallet" }).click();
  const panel = page.getByRole("region", { name: "Realize a gain" });
  await panel.getByRole("textbox", { name: "Amount" }).fill("1");
  const before = await chain.getBlockNumber();
  await panel.getByRole("button", { name: "Realize 1 ETH" }).click();
  await expect(panel.getByText("The wallet declined")).toBeVisible();
  expect(await chain.getBlockNumber()).toBe(before);
});

test("an error of the index is shown with a way out", async ({ page }) => {
  await page.route(graphqlUrl(), (route) =>
    route.fulfill({ json: { errors: [{ message: "Store error: query timed out" }] } }),
  );
  await page.goto("/graph");
  await expect(page.getByText("The index refused the question").first()).toBeVisible();
  await expect(page.getByText("Store error: query timed out").first()).toBeVisible();
  await page.unroute(graphqlUrl());
  await page
    .getByRole("button", { name: /retry|try again/i })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /^Ada Okafor, person/ })).toBeVisible();
});

test("an index that can’t be reached is named", async ({ page, allowConsoleErrors }) => {
  allowConsoleErrors(FAILED_REQUEST);
  await page.route(graphqlUrl(), (route) => route.abort());
  await page.goto("/");
  await expect(page.getByText("The index can’t be read").first()).toBeVisible();
});

test("an index that falls silent is named on every page, beside the figures that are old from then on", async ({
  page,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(FAILED_REQUEST);
  await page.goto(`/person/${await tokenAddress("ADA")}`);
  await expect(page.getByText("Index at block")).toBeVisible();
  const warning = page.getByRole("status").filter({ hasText: "The index does not answer. Figures are from" });
  await expect(warning).toBeHidden();
  await page.route(graphqlUrl(), (route) => route.abort());
  await expect(warning).toBeInViewport();
  await expectAccessible(page);
  await page.unroute(graphqlUrl());
  await expect(warning).toBeHidden();
});
