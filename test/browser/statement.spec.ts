import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { erc20Abi, formatUnits, parseUnits } from "viem";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { ask, chain, tokenAddress } from "./stack.ts";

// Days are the reader's: the test reads in a time zone of its own.
test.use({ timezoneId: "Pacific/Auckland" });

/** Ben's wallet: he staked, was given shares, realized a gain and was paid. */
const BEN = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

interface Entry {
  readonly timestamp: string;
  readonly block: string;
  readonly shares: string;
  readonly amount: string;
  readonly token: { readonly id: `0x${string}` };
}

/** All that the index has on Ben's statement, oldest first. */
async function entriesOfBen(): Promise<readonly Entry[]> {
  const { statementEntries } = await ask<{ statementEntries: readonly Entry[] }>(
    "query ($account: String!) { statementEntries(first: 1000, orderBy: id, where: { account: $account }) { timestamp block shares amount token { id } } }",
    { account: BEN },
  );
  return statementEntries;
}

type Line = Readonly<Record<string, string>>;

/** Saves the statement and reads it as a spreadsheet would; no field of Ben's statement needs quotes. */
async function savedLines(page: Page): Promise<readonly Line[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const [head = [], ...rows] = text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

function sum(values: readonly (string | undefined)[]): bigint {
  return values.reduce((total, value) => total + parseUnits(value || "0", 18), 0n);
}

function balanceAt(token: `0x${string}`, blockNumber: bigint): Promise<bigint> {
  return chain.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [BEN], blockNumber });
}

test("a statement adds up to what the chain and the index say, on the page and in the file", {
  tag: "@journey",
}, async ({ page }) => {
  await page.goto(`/portfolio?account=${BEN}`);
  await page.getByRole("link", { name: "Statement" }).click();
  await expect(page.getByRole("heading", { name: "Entries, 8" })).toBeVisible();
  await expectNoSidewaysScroll(page);

  const lines = await savedLines(page);
  const entries = await entriesOfBen();
  const moved = lines.filter(({ kind }) => kind !== "CLOSING");
  expect(moved.filter(({ kind }) => kind !== "OPENING")).toHaveLength(entries.length);
  const tokens = [...new Set(entries.map(({ token }) => token.id))];
  expect(tokens).toHaveLength(3);
  const head = await chain.getBlockNumber({ cacheTime: 0 });
  for (const token of tokens) {
    const ofToken = moved.filter((line) => line.token_address === token);
    const closing = lines.find((line) => line.kind === "CLOSING" && line.token_address === token);
    const balance = await balanceAt(token, head);
    expect(sum(ofToken.map(({ shares }) => shares))).toBe(balance);
    expect(closing?.shares_after).toBe(formatUnits(balance, 18));
  }

  const { account } = await ask<{ account: { totalClaimed: string; totalPaid: string } }>(
    "query ($id: ID!) { account(id: $id) { totalClaimed totalPaid } }",
    { id: BEN },
  );
  const money = BigInt(account.totalClaimed) - BigInt(account.totalPaid);
  expect(sum(moved.map(({ amount }) => amount))).toBe(money);
  const carried = page.getByText("Carried forward").locator("xpath=../..").locator("data");
  await expect(carried).toHaveAttribute("value", formatUnits(money, 18).replace("-", "−"));
});

test("a period of own dates opens with what there was and is kept in the link", async ({ page }) => {
  const entries = await entriesOfBen();
  // Of the first day nothing is in the period, of the last payment's day everything is.
  const opening = entries.filter(({ timestamp }) => Number(timestamp) < Number(entries[3]?.timestamp));
  const day = (entry: Entry | undefined): string =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Pacific/Auckland" }).format(Number(entry?.timestamp) * 1000);
  await page.goto(`/portfolio/statement?account=${BEN}`);
  await page.getByText("Own dates").click();
  await page.getByLabel("From").fill(day(entries[3]));
  await page.getByLabel("To, that day included").fill(day(entries.at(-1)));
  await expect(page).toHaveURL(new RegExp(`period=dates&from=${day(entries[3])}&to=${day(entries.at(-1))}`));
  await page.reload();
  await expect(page.getByRole("heading", { name: `Entries, ${entries.length - opening.length}` })).toBeVisible();

  const lines = await savedLines(page);
  const before = BigInt(entries[3]?.block ?? 0) - 1n;
  for (const token of new Set(opening.map((entry) => entry.token.id))) {
    const line = lines.find(({ kind, token_address }) => kind === "OPENING" && token_address === token);
    expect(line?.shares).toBe(formatUnits(await balanceAt(token, before), 18));
  }
  await page.getByLabel("To, that day included").fill("2020-01-01");
  await expect(page.getByRole("alert")).toHaveText("The last day is before the first. Choose a later last day.");
});

test("income over time is read by keys and as a table, and adds up to what the index says", async ({ page }) => {
  const amara = await tokenAddress("AMARA");
  const { personalToken } = await ask<{ personalToken: { totalIncome: string } }>(
    "query ($id: ID!) { personalToken(id: $id) { totalIncome } }",
    { id: amara },
  );
  await page.goto(`/person/${amara}`);
  const card = page.getByRole("region", { name: "Money over time" });
  // To the top: what lies half under the bar there would count as too small to press.
  await card.evaluate((element) => element.scrollIntoView());
  const chart = card.getByRole("img", { name: /^Income of Amara Diallo by/ });
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(card.getByRole("status")).toHaveText(/: nothing$/);
  await page.keyboard.press("ArrowRight");
  await expect(card.getByRole("status")).toHaveText(/: 8\.5 ETH; realized 8\.5 ETH$/);
  // What is half behind the bar that sticks at the top, axe takes for too small.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);

  await card.getByRole("button", { name: "Show as a table" }).click();
  await expect(card.getByRole("table")).toBeVisible();
  const amounts = await card
    .getByRole("row")
    .locator("td:last-child data")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("value") ?? ""));
  expect(sum(amounts)).toBe(BigInt(personalToken.totalIncome));

  await card.getByText("Growing", { exact: true }).click();
  await expect(page, "a link shows the same chart").toHaveURL(/\?figures=table&shape=growing$/);
  await card.getByRole("img", { name: /until each day/ }).focus();
  await page.keyboard.press("End");
  const total = formatUnits(BigInt(personalToken.totalIncome), 18).slice(0, 5);
  await expect(card.getByRole("status")).toContainText(`: ${total}`);
});

test("the real profits behind a network lead to the gain, its doubts and its flow", async ({ page }) => {
  await page.goto(`/network/${await tokenAddress("TRIO")}`);
  const card = page.getByRole("region", { name: "The real profits behind it" });
  await card
    .getByRole("row", { name: /Ada Okafor/ })
    .getByRole("button")
    .click();
  const dialog = page.getByRole("dialog", { name: "From Ada Okafor to Trio" });
  const ways = dialog.getByRole("listitem");
  await expect(ways.filter({ hasText: /^Ada Okafor.*Trio.*Cleo Lindqvist.*Trio/ })).toHaveText(/0\.3429/);
  await expectAccessible(page);
  await dialog.getByRole("link", { name: /See its flow as of then/ }).click();
  await expect(page).toHaveURL(/\/graph\?.*gain=24/);
  await expect(page.getByLabel("If Ada realizes")).toHaveValue("24");

  await page.goto(`/network/${await tokenAddress("HARB")}`);
  await card
    .getByRole("row", { name: /Amara Diallo/ })
    .getByRole("button")
    .click();
  await expect(page.getByRole("dialog").getByText(/^Doubted by .* on/)).toBeVisible();
});
