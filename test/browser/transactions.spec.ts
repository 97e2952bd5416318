import type { Locator, Page } from "@playwright/test";
import { personalTokenAbi } from "@weft/abis";
import { form } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { connectTestWallet } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import {
  askedOfWallet,
  changeAccount,
  type InjectedWalletOptions,
  injectWallet,
  moveWallet,
} from "./injected-wallet.ts";
import { ask, chain, graphqlUrl, indexed, rpcUrl, session, testChain, tokenAddress } from "./stack.ts";

/** The first two of the chain's development accounts: Ada and Ben. */
const ADA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const BEN = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const CHAIN_ID = 31_337;

/** What the browser itself logs when a request fails on purpose. */
const FAILED_REQUEST = /Failed to load resource/;

/** Ada's page with her wallet connected, and where she realizes. */
async function openAda(page: Page, wallet: Partial<InjectedWalletOptions> = {}) {
  await injectWallet(page, { rpcUrl: rpcUrl(), account: ADA, chainId: CHAIN_ID, ...wallet });
  await page.goto(`/person/${await tokenAddress("ADA")}`);
  await connectTestWallet(page);
  return page.getByRole("region", { name: "Realize a gain" });
}

/** Realizes an amount as far as the wallet sends it: no block takes it until one is mined. */
async function sendUnmined(page: Page, amount: string) {
  const panel = page.getByRole("region", { name: "Realize a gain" });
  await panel.getByRole("textbox", { name: "Amount" }).fill(amount);
  await panel.getByRole("button", { name: `Realize ${amount} ETH` }).click();
  await expect(panel.getByText("Sent, waiting for a block.")).toBeVisible();
  return panel;
}

/** The only transaction of Ada's that waits for a block. */
async function waitingTransaction() {
  const nonce = await chain.getTransactionCount({ address: ADA });
  const transaction = await chain.request<{ Method: string; Parameters: unknown; ReturnType: Waiting | null }>({
    method: "eth_getTransactionBySenderAndNonce",
    params: [ADA, `0x${nonce.toString(16)}`],
  });
  if (transaction === null) throw new Error(`No transaction of Ada’s waits at ${nonce}.`);
  return transaction;
}

interface Waiting {
  readonly hash: `0x${string}`;
  readonly nonce: `0x${string}`;
  readonly to: `0x${string}`;
  readonly value: `0x${string}`;
  readonly input: `0x${string}`;
  readonly gas: `0x${string}`;
}

/** Ten times what any transaction here offers: takes the place of another. */
const HIGH_FEE = "0x174876e800";

/** Sends past the page, as a wallet does that speeds up or cancels: never waits, as no block is mined. */
async function sendRaw(transaction: Readonly<Record<string, string>>): Promise<`0x${string}`> {
  return await chain.request<{ Method: string; Parameters: unknown; ReturnType: `0x${string}` }>({
    method: "eth_sendTransaction",
    params: [{ from: ADA, maxFeePerGas: HIGH_FEE, maxPriorityFeePerGas: HIGH_FEE, ...transaction }],
  });
}

/** What Ada has realized so far as the index has it, in wei. */
async function realizedByAda(): Promise<bigint> {
  const { personalTokens } = await ask<{ personalTokens: readonly { totalRealized: string }[] }>(
    '{ personalTokens(where: { symbol: "ADA" }) { totalRealized } }',
  );
  return BigInt(personalTokens[0]?.totalRealized ?? 0);
}

test.describe("while no block is mined", () => {
  test.beforeEach(() => testChain.setAutomine(false));

  test("what was sent is there again after a reload, in its form and in the header, and goes on", async ({ page }) => {
    await openAda(page);
    const before = await realizedByAda();
    await sendUnmined(page, "0.5");
    await page.reload();
    const panel = page.getByRole("region", { name: "Realize a gain" });
    await expect(panel.getByText("Sent, waiting for a block.")).toBeVisible();
    await expect(panel.getByRole("button", { name: "Waiting for a block" })).toHaveAttribute("aria-disabled", "true");

    await page.goto("/");
    const tray = page.getByRole("button", { name: "Your transactions: 1 on its way" });
    await tray.click();
    await expect(page.getByRole("dialog").getByText("Realize 0.5 ETH for the holders of ADA")).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Copy the hash" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Where it was sent from" }).click();
    await expect(page.getByRole("heading", { name: "Ada Okafor", level: 1 })).toBeVisible();

    await testChain.mine({ blocks: 1 });
    await expect(panel.getByText("You realized 0.5 ETH.")).toBeVisible();
    expect((await realizedByAda()) - before).toBe(parseEther("0.5"));
    await expect(page.getByRole("button", { name: "Your transactions: 1 sent" })).toBeVisible();
  });

  test("one that was sped up in the wallet is the same act, also when nobody looked", async ({
    page,
    allowConsoleErrors,
  }) => {
    // The wallet of the test looks for its storage, of which an empty page has none.
    allowConsoleErrors(/Access is denied for this document/);
    await openAda(page);
    await sendUnmined(page, "0.25");
    const { nonce, to, value, input, gas, hash } = await waitingTransaction();
    // The page has to have seen it once, to know its place.
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("nonce");
    await page.goto("about:blank");
    const faster = await sendRaw({ nonce, to, value, data: input, gas });
    await testChain.mine({ blocks: 3 });
    await page.goto(`/person/${await tokenAddress("ADA")}`);
    await page.getByRole("button", { name: "Your transactions: 1 sent" }).click();
    const list = page.getByRole("dialog");
    await expect(list.getByText("You realized 0.25 ETH.")).toBeVisible();
    expect(faster).not.toBe(hash);
    await expect(list.getByText(`${faster.slice(0, 6)}…${faster.slice(-4)}`)).toBeVisible();
  });

  test("one that was cancelled in the wallet did nothing, and the page says so", async ({ page }) => {
    const panel = await openAda(page);
    await sendUnmined(page, "0.125");
    const { nonce } = await waitingTransaction();
    await sendRaw({ nonce, to: ADA, value: "0x0", data: "0x" });
    await testChain.mine({ blocks: 1 });
    await expect(panel.getByText("You cancelled this transaction in your wallet")).toBeVisible();
    await expect(page.getByRole("button", { name: "Your transactions: 1 failed" })).toBeVisible();
  });

  test("a chain that goes away meanwhile is said, and the page goes on by itself once it is back", async ({
    page,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(FAILED_REQUEST);
    const panel = await openAda(page);
    await sendUnmined(page, "0.0625");
    const toChain = (url: URL) => url.origin === new URL(rpcUrl()).origin;
    await page.route(toChain, (route) => route.abort());
    await expect(panel.getByText("The chain does not answer now")).toBeVisible();
    await testChain.mine({ blocks: 1 });
    await page.unroute(toChain);
    await expect(panel.getByText("You realized 0.0625 ETH.")).toBeVisible();
  });
});

test("an index that is behind is said with how far it is, figures say that they are old, and both end", async ({
  page,
}) => {
  const panel = await openAda(page);
  const behind = Number(await chain.getBlockNumber());
  await page.route(graphqlUrl(), async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    // The newest block as it was before: the index stands still, and answers.
    const [, newest] = /"block":\{"number":(\d+)/.exec(body) ?? [];
    const text = newest === undefined ? body : body.replaceAll(`"number":${newest}`, `"number":${behind}`);
    await route.fulfill({ response, body: text });
  });
  await panel.getByRole("textbox", { name: "Amount" }).fill("0.03");
  await panel.getByRole("button", { name: "Realize 0.03 ETH" }).click();
  await expect(panel.getByText(/In block \d+, updating the pages\./)).toBeVisible();
  await expect(panel.getByText(/The index is at block \d+, 1 behind; what you did is on the chain\./)).toBeVisible();
  await expect(page.getByText(/before your last transaction/)).toBeVisible();
  await page.unrouteAll({ behavior: "wait" });
  await expect(panel.getByText("You realized 0.03 ETH.")).toBeVisible();
  await expect(page.getByText(/before your last transaction/)).toBeHidden();
});

test("a wallet that does not know the chain is asked to add it", async ({ page }) => {
  const panel = await openAda(page, { unknownChains: [CHAIN_ID] });
  await moveWallet(page, 1);
  await panel.getByRole("button", { name: "Switch to Local" }).click();
  await expect(panel.getByRole("button", { name: "Realize", exact: true })).toBeVisible();
  expect(await askedOfWallet(page)).toContain("wallet_addEthereumChain");
});

test("a wallet that changes its account while a transaction waits sends nothing for the other", async ({ page }) => {
  const panel = await openAda(page);
  await testChain.setAutomine(false);
  await sendUnmined(page, "0.01");
  await changeAccount(page, BEN);
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: /^Your transactions/ })).toBeHidden();
  await changeAccount(page, ADA);
  await expect(panel.getByText("Sent, waiting for a block.")).toBeVisible();
  await testChain.mine({ blocks: 1 });
  await expect(panel.getByText("You realized 0.01 ETH.")).toBeVisible();
});

test("what can’t be sent is refused before the wallet opens, and the button says why", async ({ page }) => {
  const panel = await openAda(page);
  const amount = panel.getByRole("textbox", { name: "Amount" });
  const button = panel.getByRole("button", { name: /^Realize/ });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription("Enter how much ETH you pay in.");
  for (const [text, reason] of [
    ["1,5", "Is it 1.5 or 15? Write decimals with a point: 1.5."],
    ["-1", "Enter an amount above zero."],
    ["0", "Enter an amount above zero."],
    ["0.0000000000000000001", "At most 18 digits after the point."],
  ] as const) {
    await amount.fill(text);
    await expect(amount).toHaveAccessibleDescription(reason);
    await button.click({ force: true });
  }
  await amount.fill("1 ETH");
  await expect(panel.getByRole("button", { name: "Realize 1 ETH" })).toHaveAttribute("aria-disabled", "false");
  await amount.fill("1,000,000");
  await expect(panel.getByText("Not enough ETH")).toBeVisible();
  expect((await askedOfWallet(page)).filter((method) => method === "eth_sendTransaction")).toEqual([]);
});

test.describe("a stake", () => {
  /** A network of its own that Ada and Ben found with 10 shares each, and Ada's place to stake on its page. */
  async function openNetwork(page: Page, name: string, wallet: Partial<InjectedWalletOptions>) {
    const [ada, ben] = await Promise.all(["ADA", "BEN"].map(tokenAddress));
    const { timestamp } = await chain.getBlock();
    const founder = { stake: parseEther("10"), rate: parseEther("1") };
    const { network } = await form(session(), {
      from: ADA,
      name,
      symbol: name.toUpperCase(),
      founders: [
        { ...founder, member: ada as Address, account: ADA },
        { ...founder, member: ben as Address, account: BEN },
      ],
      foundingEnds: timestamp + 86_400n,
    });
    await indexed();
    await injectWallet(page, { rpcUrl: rpcUrl(), account: ADA, chainId: CHAIN_ID, ...wallet });
    await page.goto(`/network/${network.toLowerCase()}`);
    await connectTestWallet(page);
    const panel = page.getByRole("region", { name: `Stake into ${name}` });
    await expect(panel.getByText("this would go through")).toBeVisible();
    const allowance = () =>
      chain.readContract({
        address: ada as Address,
        abi: personalTokenAbi,
        functionName: "allowance",
        args: [ADA, network],
      });
    return { panel, allowance };
  }

  async function stake(panel: Locator, name: string): Promise<void> {
    await panel.getByRole("button", { name: "Stake 10 ADA" }).click();
    await expect(
      panel.getByText(`You handed over 10 ADA and received 10 ${name.toUpperCase()} in your wallet.`),
    ).toBeVisible();
  }

  async function signed(page: Page): Promise<readonly string[]> {
    return (await askedOfWallet(page)).filter((method) => /sendTransaction|signTypedData|sendCalls/.test(method));
  }

  test("takes one signature and one transaction where a permission can be signed", async ({ page }) => {
    const { panel, allowance } = await openNetwork(page, "Signed", {});
    await expect(panel.getByText("A signature that costs nothing: for this amount, and no more.")).toBeVisible();
    await stake(panel, "Signed");
    expect(await signed(page)).toEqual(["eth_signTypedData_v4", "eth_sendTransaction"]);
    expect(await allowance()).toBe(0n);
  });

  test("falls back to an exact allowance where the wallet signs no typed data", async ({ page }) => {
    const { panel, allowance } = await openNetwork(page, "Allowed", { signsNoTypedData: true });
    await stake(panel, "Allowed");
    expect(await signed(page)).toEqual(["eth_signTypedData_v4", "eth_sendTransaction", "eth_sendTransaction"]);
    expect(await allowance()).toBe(0n);
  });

  test("takes one confirmation where the wallet takes bundles", async ({ page }) => {
    const { panel, allowance } = await openNetwork(page, "Bundled", { bundles: true });
    await expect(
      panel.getByText("Your wallet asks once for all 2 of these. All of them happen, or none."),
    ).toBeVisible();
    await expectAccessible(page);
    await stake(panel, "Bundled");
    expect(await signed(page)).toEqual(["wallet_sendCalls"]);
    expect(await allowance()).toBe(0n);
  });
});
