import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { distribute, realize } from "@weft/devnet";
import { type Address, erc20Abi, parseAbi, parseUnits } from "viem";
import { connectAs, connectTestWallet } from "./connect.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { EXPLORER_URL, IN_DOLLARS } from "./in-dollars.ts";
import { askedOfWallet, type InjectedWalletOptions, injectWallet } from "./injected-wallet.ts";
import { chain, indexed, lastSettlement, rpcUrl, session, testChain, tokenAddress } from "./stack.ts";

test.use({ preparation: IN_DOLLARS });

const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const BEN = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const APPROVE = parseAbi(["function approve(address spender, uint256 amount)"]);
const dollars = (text: string): bigint => parseUnits(text, 6);

const dollarOf = (): Address => session().deployment.currency;
const balanceOf = (account: Address): Promise<bigint> =>
  chain.readContract({ address: dollarOf(), abi: erc20Abi, functionName: "balanceOf", args: [account] });
const allowanceOf = (owner: Address, spender: Address): Promise<bigint> =>
  chain.readContract({ address: dollarOf(), abi: erc20Abi, functionName: "allowance", args: [owner, spender] });

async function allow(spender: Address, amount: bigint): Promise<void> {
  const call = { address: dollarOf(), abi: APPROVE, functionName: "approve", args: [spender, amount] } as const;
  await session().client.writeContractSync({ ...call, account: ADA });
}

/** Ada realizes past the page. */
async function realizeAsAda(amount: string): Promise<void> {
  const token = await tokenAddress("ADA");
  await realize(session(), { from: ADA, token, amount: dollars(amount), evidence: "https://example.org/pumps" });
  await indexed();
}

/** Ada's page with her wallet connected, and where she realizes. */
async function openAda(page: Page, wallet: Partial<InjectedWalletOptions> = {}): Promise<Locator> {
  await injectWallet(page, { rpcUrl: rpcUrl(), account: ADA, chainId: 31_337, ...wallet });
  await page.goto(`/person/${await tokenAddress("ADA")}`);
  await connectTestWallet(page);
  return page.getByRole("region", { name: "Realize a gain" });
}

/** What the wallet was asked to sign or send. */
async function signed(page: Page): Promise<readonly string[]> {
  return (await askedOfWallet(page)).filter((method) => /sendTransaction|sign|sendCalls/.test(method));
}

/** What a form says that the wallet will ask. */
const askedIn = (panel: Locator): Locator =>
  panel.getByRole("list", { name: "What your wallet asks" }).getByRole("listitem");

/** Texts of the page that name the chain's coin. */
const inCoin = (page: Page): Locator => page.getByText(/\b(ETH|Ether|wei)\b/).filter({ visible: true });

test("every page shows money in the currency's own unit, and none in the chain's coin", async ({ page }) => {
  await realizeAsAda("90");
  const trio = await tokenAddress("TRIO");
  await distribute(session(), { from: BEN, token: trio, amount: dollars("1.5"), note: "a round of coffee" });
  await indexed();
  const ada = await tokenAddress("ADA");
  for (const [path, text] of [
    ["/", "90.00 oUSD"],
    [`/person/${ada}`, "90 oUSD"],
    [`/network/${trio}`, "1.5 oUSD"],
    ["/activity", "Ada Okafor realized 90 oUSD"],
    [`/portfolio/statement?account=${ADA}`, "−90 oUSD"],
    [`/graph?node=${ada}&gain=90`, "78.43 oUSD"],
  ] as const) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("main").getByText(text).first()).toBeVisible();
      await expect(inCoin(page)).toHaveCount(0);
    });
  }
});

test("files name the currency and give every digit of it", async ({ page }) => {
  await realizeAsAda("12.345678");
  await page.goto("/activity");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const lines = (await readFile(await (await saved).path(), "utf8")).split("\r\n");
  expect(lines.find((line) => line.includes(",gain,"))).toContain(",12.345678,oUSD,");

  await page.goto(`/portfolio/statement?account=${ADA}`);
  const statement = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const entries = (await readFile(await (await statement).path(), "utf8")).split("\r\n");
  expect(entries.find((line) => line.includes("REALIZED"))).toContain(",-12.345678,-12.345678,oUSD,");
});

test("what can’t be paid is refused before the wallet opens", async ({ page }) => {
  const panel = await openAda(page);
  const amount = panel.getByRole("textbox", { name: "Amount" });
  for (const [text, reason] of [
    ["0", "Enter an amount above zero."],
    ["0.0000001", "At most 6 digits after the point."],
    ["5 ETH", "“5 ETH” is not a number."],
    ["10000.000001", "You have 10,000 oUSD."],
  ] as const) {
    await amount.fill(text);
    await expect(amount).toHaveAccessibleDescription(reason);
    await expect(panel.getByText("Correct the amount first.")).toBeVisible();
  }
  await panel.getByRole("button", { name: "You have 10,000" }).click();
  await expect(amount).toHaveValue("10000");
  // All of it: the network fee is paid in another coin.
  await expect(panel.getByText("this would go through")).toBeVisible();
  await expectAccessible(page);
  expect(await signed(page)).toEqual([]);
});

test("a gain is paid in by an exact allowance, and nothing is sent along", async ({ page }) => {
  const ada = await tokenAddress("ADA");
  const panel = await openAda(page);
  await panel.getByRole("textbox", { name: "Amount" }).fill("90.5 oUSD");
  await panel.getByRole("textbox", { name: "Evidence" }).fill("https://example.org/pumps");
  await expect(askedIn(panel)).toHaveText([/^1allow exactly 90.5 oUSD/, /^2realize 90.5 oUSD/]);
  const coin = await chain.getBalance({ address: ada });
  await panel.getByRole("button", { name: "Realize 90.5 oUSD" }).click();
  await expect(panel.getByText("You realized 90.5 oUSD.")).toBeVisible();
  expect(await signed(page)).toEqual(["eth_sendTransaction", "eth_sendTransaction"]);
  expect(await balanceOf(ADA)).toBe(dollars("9909.5"));
  expect(await balanceOf(ada)).toBe(dollars("90.5"));
  expect(await allowanceOf(ADA, ada)).toBe(0n);
  expect(await chain.getBalance({ address: ada })).toBe(coin);
});

test("what was allowed before and not used is taken back first", async ({ page }) => {
  const ada = await tokenAddress("ADA");
  await allow(ada, 5n);
  const panel = await openAda(page);
  await panel.getByRole("textbox", { name: "Amount" }).fill("12");
  await expect(askedIn(panel)).toHaveText([
    /^1take back what was allowed before/,
    /^2allow exactly 12 oUSD/,
    /^3realize 12 oUSD/,
  ]);
  await panel.getByRole("button", { name: "Realize 12 oUSD" }).click();
  await expect(panel.getByText("You realized 12 oUSD.")).toBeVisible();
  expect(await signed(page)).toHaveLength(3);
  expect(await allowanceOf(ADA, ada)).toBe(0n);
});

test("a wallet that takes bundles is asked once", async ({ page }) => {
  const panel = await openAda(page, { bundles: true });
  await panel.getByRole("textbox", { name: "Amount" }).fill("3");
  await panel.getByRole("button", { name: "Realize 3 oUSD" }).click();
  await expect(panel.getByText("You realized 3 oUSD.")).toBeVisible();
  expect(await signed(page)).toEqual(["wallet_sendCalls"]);
});

test("a claim pays the currency; its fee is said beside it and never taken off", async ({ page }) => {
  await realizeAsAda("90");
  await page.goto("/portfolio");
  await connectAs(page, "Ben Castellanos");
  await page.goto("/portfolio");
  // 6 3/7 of 90.
  const button = page.getByRole("button", { name: "Claim 6.429 oUSD" });
  await expect(button).toBeEnabled();
  await expect(page.getByText("this would go through, for a network fee of about")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
  await button.click();
  await expect(page.getByText("Network fee, paid beside it")).toBeVisible();
  await expect(page.getByText("the pages show it.")).toBeVisible();
  const { paid, minPaid } = await lastSettlement();
  expect(paid).toBe(minPaid);
  expect(await balanceOf(BEN)).toBe(dollars("10000") + paid);
  // The fee, and nothing else.
  await expect(inCoin(page)).toHaveCount(1);
});

test("each transaction is looked up where the chain’s explorer is", async ({ page }) => {
  const ada = await tokenAddress("ADA");
  await allow(ada, dollars("2"));
  const panel = await openAda(page);
  await testChain.setAutomine(false);
  await panel.getByRole("textbox", { name: "Amount" }).fill("2");
  await panel.getByRole("button", { name: "Realize 2 oUSD" }).click();
  await expect(panel.getByText("Sent, waiting for a block.")).toBeVisible();
  const waiting = await chain.getBlock({ blockTag: "pending", includeTransactions: true });
  const lookUp = `${EXPLORER_URL}/tx/${waiting.transactions[0]?.hash}`;
  const link = panel.getByRole("link", { name: /on the explorer$/ });
  await expect(link).toHaveAttribute("href", lookUp);
  await expect(link).toHaveAttribute("target", "_blank");
  await page.getByRole("button", { name: "Your transactions: 1 on its way" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: /on the explorer$/ })).toHaveAttribute(
    "href",
    lookUp,
  );
  await page.keyboard.press("Escape");
  await testChain.mine({ blocks: 1 });
  await expect(panel.getByText("You realized 2 oUSD.")).toBeVisible();
  await expect(link).toHaveAttribute("href", lookUp);
});
