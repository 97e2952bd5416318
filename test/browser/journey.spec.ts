import type { Page } from "@playwright/test";
import { equityRegistryAbi, personalTokenAbi } from "@weft/abis";
import { formatEther, parseEther } from "viem";
import { connectAs, disconnect } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { ask, chain, lastSettlement, type SettlementFacts, tokenAddress } from "./stack.ts";

const GAIN = parseEther("90");
/** What the worked example says that Cleo gets of it: 5 1/7, rounded down. */
const CLEO_GETS = (GAIN * 36n) / 630n;
/** What a claim may leave behind, because collecting it would cost more than it brings. */
const MOST_LEFT = parseEther("0.001");

/** Claims all that is due to the connected account and holds page, index and chain to one another. */
async function claimAll(page: Page): Promise<SettlementFacts> {
  await page.goto("/portfolio");
  const button = page.getByRole("button", { name: /^Claim [\d.,]+ ETH$/ });
  await expect(button).toBeEnabled();
  const offered = (await button.textContent()) ?? "";
  await button.click();
  await expect(page.getByText("Your wallet grew by")).toBeVisible();
  // Confirmed comes first, indexed after it: the page says when.
  await expect(page.getByText("the pages show it.")).toBeVisible();
  const facts = await lastSettlement();
  expect(facts.paid, "paid exactly what was quoted").toBe(facts.minPaid);
  const shown = (/[\d.,]+/.exec(offered)?.[0] ?? "").replaceAll(",", "");
  const digits = shown.split(".")[1]?.length ?? 0;
  expect(Number(shown), "the button's figure").toBeCloseTo(Number(formatEther(facts.paid)), digits);

  const [before, after] = await Promise.all([
    chain.getBalance({ address: facts.account, blockNumber: facts.block - 1n }),
    chain.getBalance({ address: facts.account, blockNumber: facts.block }),
  ]);
  expect(after - before + facts.fee, "what the wallet received").toBe(facts.paid);

  const { claims } = await ask<{ claims: readonly { amount: string }[] }>(
    "query ($hash: Bytes!, $account: String!) { claims(where: { transaction: $hash, account: $account }) { amount } }",
    { hash: facts.hash, account: facts.account.toLowerCase() },
  );
  const booked = claims.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  expect(booked, "what the index says was paid").toBe(facts.paid);
  return facts;
}

test("connect, stake, see the graph change, realize as Ada, claim as Cleo", { tag: "@journey" }, async ({ page }) => {
  const [night, ada, dev] = await Promise.all(["NIGHT", "ADA", "DEV"].map(tokenAddress));

  await test.step("Dev connects and stakes as the last founder of Night School", async () => {
    await page.goto(`/network/${night}`);
    await expect(page.getByText("3 of 4 founders have staked.")).toBeVisible();
    await expectAccessible(page);
    await connectAs(page, "Dev Raman");
    const panel = page.getByRole("region", { name: "Stake into Night School" });
    await expect(panel.getByText("You hold 1,000,000 DEV")).toBeVisible();
    const asked = panel.getByRole("list", { name: "What your wallet asks" }).getByRole("listitem");
    await expect(asked).toHaveText([/^1collect .* ETH first/, /^2allow exactly 100,000 DEV/, /^3stake 100,000 DEV/]);
    await panel.getByRole("button", { name: "Stake 100,000 DEV" }).click();
    await expect(
      panel.getByText("You handed over 100,000 DEV and received 100,000 NIGHT in your wallet."),
    ).toBeVisible();
    const owners = page.getByRole("table", { name: "Who owns Night School, directly and in the end" });
    await expect(owners.getByRole("row", { name: /Dev Raman/ })).toContainText("32.3 %");
    const held = await chain.readContract({
      address: dev as `0x${string}`,
      abi: personalTokenAbi,
      functionName: "balanceOf",
      args: [night as `0x${string}`],
    });
    expect(held).toBe(parseEther("100000"));
  });

  await test.step("the graph shows the new threads", async () => {
    await page.getByRole("link", { name: "See in graph" }).click();
    await expect(
      page.getByRole("button", { name: "Dev Raman, person. Held by Night 10.0 %. Holds Night 32.3 %" }),
    ).toBeVisible();
    await expectAccessible(page);
    await disconnect(page);
  });

  await test.step("Cleo collects what is due to her from before", async () => {
    await connectAs(page, "Cleo Lindqvist");
    await claimAll(page);
    await disconnect(page);
  });

  await test.step("the graph answers what happens if Ada realizes 90", async () => {
    await page.goto(`/graph?node=${ada}`);
    await page.getByRole("textbox", { name: "If Ada realizes" }).fill("90");
    await page.getByRole("button", { name: "Watch" }).click();
    const panel = page.getByRole("region", { name: "Selected" });
    await expect(panel.getByText("78.43")).toBeVisible();
    await expect(panel.getByText("6.43").first()).toBeVisible();
    await expect(panel.getByText("5.14")).toBeVisible();
    await expect(panel.getByText("90.00")).toBeVisible();
  });

  await test.step("Ada realizes 90", async () => {
    await page.goto(`/person/${ada}`);
    await connectAs(page, "Ada Okafor");
    const panel = page.getByRole("region", { name: "Realize a gain" });
    await panel.getByRole("textbox", { name: "Amount" }).fill("90");
    await panel.getByRole("textbox", { name: "Evidence" }).fill("https://example.org/tide-pumps/ninety");
    await panel.getByRole("button", { name: "Realize 90 ETH" }).click();
    await expect(panel.getByText("You realized 90 ETH.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Gains realized" })).toContainText("example.org/tide-pumps/ninety");
    const { realizations } = await ask<{ realizations: readonly { amount: string; evidence: string }[] }>(
      "query ($token: String!) { realizations(where: { token: $token }, orderBy: number, orderDirection: desc, first: 1) { amount evidence } }",
      { token: ada },
    );
    expect(realizations).toEqual([{ amount: GAIN.toString(), evidence: "https://example.org/tide-pumps/ninety" }]);
    await disconnect(page);
  });

  await test.step("Cleo claims her 5 1/7", async () => {
    await connectAs(page, "Cleo Lindqvist");
    const { paid } = await claimAll(page);
    expect(paid).toBeLessThanOrEqual(CLEO_GETS + MOST_LEFT);
    expect(paid).toBeGreaterThanOrEqual(CLEO_GETS - MOST_LEFT);
    await expectAccessible(page);
  });

  await test.step("the registry knows the same people as the page", async () => {
    const { protocols } = await ask<{ protocols: readonly { registry: `0x${string}` }[] }>(
      "{ protocols { registry } }",
    );
    const registry = protocols[0]?.registry;
    if (registry === undefined) throw new Error("The index knows no protocol.");
    expect(
      await chain.readContract({
        address: registry,
        abi: equityRegistryAbi,
        functionName: "isEquityToken",
        args: [ada as `0x${string}`],
      }),
    ).toBe(true);
  });
});
