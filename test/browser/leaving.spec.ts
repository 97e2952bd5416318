import type { Page } from "@playwright/test";
import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { castVote, executeProposal, proposeTerms, stake } from "@weft/devnet";
import { parseEther } from "viem";
import { connectAs, disconnect } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { balanceOf, formTogether, someone } from "./people.ts";
import { ask, chain, indexed, passSeconds, passVotingDays, session } from "./stack.ts";

const DAY = 86_400n;

const staked = (page: Page) => page.getByRole("region", { name: "What you staked" });
const votes = (page: Page) => page.getByRole("region", { name: "Applications and votes" });

test("a member asks to leave, is let go and leaves; terms to join are cancelled", { tag: "@journey" }, async ({
  page,
}) => {
  const weft = session();
  const [samuel, yusuf, leilani] = await Promise.all(["SAM", "YUSUF", "LEI"].map(someone));
  if (samuel === undefined || yusuf === undefined || leilani === undefined) throw new Error("The story has them.");
  const { network, governor } = await formTogether("Pier", [samuel, yusuf], DAY);
  await stake(weft, { from: samuel.wallet, network, termsId: 0n });
  await stake(weft, { from: yusuf.wallet, network, termsId: 1n });
  // Votes count as they stood a second before.
  await passSeconds(2);
  const entry = await proposeTerms(weft, {
    from: yusuf.wallet,
    network,
    governor,
    kind: "entry",
    member: leilani.token,
    account: leilani.wallet,
    cap: parseEther("50000"),
    rate: parseEther("1"),
    openFor: DAY,
    description: "Admit Leilani Kahale",
  });
  await indexed();

  await test.step("Samuel asks for a part of his stake", async () => {
    await page.goto(`/network/${network}`);
    await connectAs(page, "Samuel Mensah");
    await page.getByRole("link", { name: "What you staked, and how you could leave" }).click();
    await expect(staked(page).getByText("You can leave by vote, or by selling your PIER.")).toBeVisible();
    await staked(page).getByRole("button", { name: "Ask to leave by vote" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask to leave Pier" });
    await dialog.getByRole("textbox", { name: "Would come back" }).fill("40,000");
    await dialog.getByRole("textbox", { name: "Burned for each SAM" }).fill("0.9");
    await expect(dialog.getByText("At least 1: what was received on average.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Burned for each SAM" }).fill("1.25");
    await expect(dialog.getByText(/^For all of it 50,000 PIER are burned/)).toBeVisible();
    await dialog.getByRole("textbox", { name: "Title" }).fill("Let Samuel take 40,000 back");
    await dialog.getByRole("textbox", { name: "Why" }).fill("For the practice's loan.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Put it to the vote" }).click();
    await expect(dialog.getByText("It is on the record.").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(
      votes(page).getByText("Samuel Mensah may take back up to 40,000 SAM for at least 50,000 PIER, which are burned"),
    ).toBeVisible();
    await disconnect(page);
  });

  await test.step("Yusuf proposes other rules of voting, and other words for the page", async () => {
    await connectAs(page, "Yusuf Demir");
    const dialog = page.getByRole("dialog", { name: "Put something to the vote" });
    await votes(page).getByRole("button", { name: "Propose something else" }).click();
    await dialog.getByRole("textbox", { name: "What it is for" }).fill("Everything that floats, and who mends it.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Put it to the vote" }).click();
    await expect(dialog.getByText("It is on the record.").first()).toBeVisible();
    await dialog.getByRole("radio", { name: /^How members vote/ }).check();
    await dialog.getByRole("textbox", { name: "A vote lasts" }).fill("31");
    await expect(dialog.getByText("From 3 to 30 days.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "A vote lasts" }).fill("5");
    await dialog.getByRole("textbox", { name: "Taking part, for a vote to count" }).fill("20");
    await dialog.getByRole("textbox", { name: "Title" }).fill("Vote longer");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Put it to the vote" }).click();
    await expect(dialog.getByText("It is on the record.").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    const item = votes(page).getByRole("listitem").filter({ hasText: "Vote longer" });
    await expect(item).toContainText("Votes last 5 minutes.");
    await expect(item).toContainText("A vote counts when 20 % of the votes take part.");
    await expect(votes(page).getByText("Changes how Pier describes itself.")).toBeVisible();
    await disconnect(page);
  });

  await test.step("Yusuf votes for all of it, and puts it into force", async () => {
    await passVotingDays(1);
    await castVote(weft, { from: yusuf.wallet, proposal: entry, support: "for" });
    await connectAs(page, "Yusuf Demir");
    const titles = ["Let Samuel take 40,000 back", "Vote longer", "Describe Pier anew"];
    const item = (title: string) => votes(page).getByRole("listitem").filter({ hasText: title });
    for (const title of titles) {
      await item(title).getByRole("button", { name: /^Read/ }).click();
      await item(title).getByRole("button", { name: "Vote for", exact: true }).click();
      await expect(item(title).getByText(/^You voted for, with 100,000 PIER/)).toBeVisible();
    }
    await passVotingDays(3);
    await executeProposal(weft, yusuf.wallet, entry);
    for (const title of titles) {
      await item(title).getByRole("button", { name: "Put it into force" }).click();
      await expect(votes(page).getByRole("heading", { name: title })).toHaveCount(0);
    }
    await votes(page).getByRole("button", { name: "Show 4 earlier votes" }).click();
    for (const title of [...titles, "Admit Leilani Kahale"]) await expect(item(title)).toContainText("in force");
    await expect(page.getByText("Everything that floats, and who mends it.")).toBeVisible();
    const read = <Name extends "votingPeriod" | "quorumNumerator">(functionName: Name) =>
      chain.readContract({ address: governor, abi: networkGovernorAbi, functionName });
    expect(await read("votingPeriod")).toBe(300n);
    expect(await read("quorumNumerator")).toBe(20n);
  });

  await test.step("Yusuf, who stood for Leilani, cancels her terms", async () => {
    const terms = page.getByRole("region", { name: "Terms" });
    await expect(terms.getByRole("row", { name: /Samuel Mensah.*to leave/ })).toContainText("not open yet");
    await terms.getByRole("button", { name: "Cancel terms No. 2" }).click();
    const dialog = page.getByRole("dialog", { name: "Cancel terms No. 2" });
    await expect(dialog.getByText("You put them to the vote, so you may end them at once.")).toBeVisible();
    await expect(dialog.getByText("Leilani Kahale may still stake 50,000 LEI under them.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Cancel terms No. 2" }).click();
    await expect(dialog.getByText("The terms have ended.").first()).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(terms.getByRole("row", { name: /Leilani Kahale/ })).toContainText(/cancelled.*by Yusuf Demir/);
    const [{ cap, sponsor }, used] = await chain.readContract({
      address: network,
      abi: networkTokenAbi,
      functionName: "termsOf",
      args: [2n],
    });
    expect([cap, used, sponsor]).toEqual([0n, 0n, yusuf.wallet]);
    await disconnect(page);
  });

  await test.step("Samuel takes a part back once the terms are open", async () => {
    await passVotingDays(2);
    await page.reload();
    await connectAs(page, "Samuel Mensah");
    const held = await balanceOf(samuel.token, samuel.wallet);
    const amount = parseEther("20000");
    const args = [3n, samuel.wallet, amount] as const;
    const burned = await chain.readContract({
      address: network,
      abi: networkTokenAbi,
      functionName: "previewUnstake",
      args,
    });
    await staked(page).getByRole("button", { name: "At most 40,000" }).click();
    await expect(staked(page).getByText("50,000 PIER", { exact: true }).first()).toBeVisible();
    await staked(page).getByRole("textbox", { name: "You take back" }).fill("20,000");
    const changes = staked(page).getByRole("table", { name: "What changes" });
    // 100,000 of 200,000 before, 75,000 of 175,000 after.
    await expect(changes.getByRole("row", { name: /Your part of Pier/ })).toContainText(/50\.0 %.*42\.9 %/);
    await expectAccessible(page);
    await staked(page).getByRole("button", { name: "Take back 20,000 SAM" }).click();
    await expect(
      staked(page).getByText("20,000 SAM came back to your wallet, and 25,000 PIER were burned."),
    ).toBeVisible();
    await expect(staked(page).getByText(/^80,000 SAM are in, for 75,000 PIER in your wallet/)).toBeVisible();
    expect(burned).toBe(parseEther("25000"));
    expect((await balanceOf(samuel.token, samuel.wallet)) - held).toBe(amount);
    expect(await balanceOf(network, samuel.wallet)).toBe(parseEther("100000") - burned);
    const position = await chain.readContract({
      address: network,
      abi: networkTokenAbi,
      functionName: "positionOf",
      args: [samuel.token, samuel.wallet],
    });
    expect(position).toMatchObject({ returned: amount, burned });
    const { unstakes } = await ask<{ unstakes: unknown }>(
      "query ($network: String!) { unstakes(where: { network: $network }) { amount shares terms { number kind } } }",
      { network },
    );
    expect(unstakes).toEqual([
      { amount: amount.toString(), shares: burned.toString(), terms: { number: 3, kind: "EXIT" } },
    ]);
  });
});
