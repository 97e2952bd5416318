import type { Page } from "@playwright/test";
import { personalTokenAbi } from "@weft/abis";
import { parseEther } from "viem";
import { connectAs, disconnect } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { ask, chain, passVotingDays, tokenAddress } from "./stack.ts";

const votes = (page: Page) => page.getByRole("region", { name: "Applications and votes" });

test("a visitor reads what is put to the vote, and by whom", { tag: "@journey" }, async ({ page }) => {
  await page.goto(`/network/${await tokenAddress("COAST")}`);
  const card = votes(page);
  await expect(card.getByRole("heading", { name: "Take in a part of Loom & Page" })).toBeVisible();
  await expect(card.getByText("Rosa Quispe may stake up to 60,000 LOOM for 60,000 new COAST")).toBeVisible();
  await card.getByRole("button", { name: /Take in a part of Loom & Page$/ }).click();
  await expect(card.getByText("A potter, a weaver and a writer sell most when the boats are in")).toBeVisible();
  await expect(card.getByText("“Their good months are our poor ones.”")).toBeVisible();
  await expectAccessible(page);
});

test("apply, find a sponsor, be voted in, stake: and the sponsor stays beside the member", { tag: "@journey" }, async ({
  page,
}) => {
  const [harbour, noor] = await Promise.all(["HARB", "NOOR"].map(tokenAddress));

  await test.step("Noor applies", async () => {
    await page.goto(`/network/${harbour}/apply`);
    await connectAs(page, "Noor Haddad");
    await page.getByRole("textbox", { name: "You would stake" }).fill("20,000");
    await page.getByRole("textbox", { name: "You ask for, for each NOOR" }).fill("0.5");
    await expect(page.getByText("10,000 HARB would be made for you")).toBeVisible();
    await page.getByRole("textbox", { name: "What speaks for you" }).fill("https://example.org/noor/paints-for-hulls");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Apply with 20,000 NOOR" }).click();
    await expect(page.getByText("Your application is on the record.").first()).toBeVisible();
    await disconnect(page);
  });

  await test.step("Amara stands for her", async () => {
    await page.goto(`/network/${harbour}`);
    await connectAs(page, "Amara Diallo");
    await votes(page).getByRole("button", { name: "Stand for Noor Haddad" }).click();
    const dialog = page.getByRole("dialog", { name: "Stand for Noor Haddad" });
    await dialog.getByRole("textbox", { name: "May stake at most" }).fill("15,000");
    await dialog.getByRole("textbox", { name: "Title" }).fill("Admit Noor Haddad");
    await dialog.getByRole("textbox", { name: "Why" }).fill("Paint is a third of what a hull costs.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Put it to the vote" }).click();
    await expect(dialog.getByText("It is on the record.").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await disconnect(page);
  });

  await test.step("Priya votes, and can’t twice", async () => {
    await passVotingDays(1);
    await connectAs(page, "Priya Nair");
    await page.goto(`/network/${harbour}`);
    const card = votes(page);
    await card.getByRole("button", { name: /Admit Noor Haddad$/ }).click();
    await expect(card.getByText("Put to the vote by")).toContainText("Amara Diallo");
    await card.getByRole("textbox", { name: "Why" }).fill("She repaid every favour.");
    await card.getByRole("button", { name: "Vote for", exact: true }).click();
    await expect(card.getByText(/^You voted for, with 150,000 HARB/)).toBeVisible();
    await expect(card.getByText("“She repaid every favour.”")).toBeVisible();
    await expect(card.getByRole("button", { name: "Vote for", exact: true })).toHaveCount(0);
    await disconnect(page);
  });

  await test.step("it passes, and anybody puts it into force", async () => {
    await passVotingDays(3);
    await connectAs(page, "Noor Haddad");
    await page.goto(`/network/${harbour}`);
    const card = votes(page);
    await expect(card.getByText("passed", { exact: true })).toBeVisible();
    await card.getByRole("button", { name: /Admit Noor Haddad$/ }).click();
    await card.getByRole("button", { name: "Put it into force" }).click();
    await expect(card.getByRole("heading", { name: "Admit Noor Haddad" })).toHaveCount(0);
  });

  await test.step("Noor stakes once the terms are open", async () => {
    await passVotingDays(2);
    await page.goto(`/network/${harbour}`);
    const panel = page.getByRole("region", { name: "Stake into Harbour Collective" });
    await panel.getByRole("button", { name: "Left under these terms 15,000" }).click();
    await panel.getByRole("button", { name: /^Stake 15,000 NOOR/ }).click();
    await expect(panel.getByText(/You handed over 15,000 NOOR and received 7,500 HARB/)).toBeVisible();
    const held = await chain.readContract({
      address: noor as `0x${string}`,
      abi: personalTokenAbi,
      functionName: "balanceOf",
      args: [harbour as `0x${string}`],
    });
    expect(held).toBe(parseEther("15000"));
    const { membership, applications } = await ask<{
      membership: { sponsor: { personalToken: { symbol: string } } };
      applications: { status: string }[];
    }>(
      `query ($id: ID!, $member: String!) {
        membership(id: $id) { sponsor { personalToken { symbol } } }
        applications(where: { member: $member }, orderBy: createdAt, orderDirection: desc, first: 1) { status }
      }`,
      { id: `${harbour}${noor?.slice(2)}`, member: noor },
    );
    expect(membership.sponsor.personalToken.symbol).toBe("AMARA");
    expect(applications).toEqual([{ status: "STAKED" }]);
  });
});
