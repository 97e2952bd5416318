import type { Page } from "@playwright/test";
import { networkGovernorAbi, networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { castVote, executeProposal, form, proposeTerms, type Session, stake } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { connectAs, disconnect } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { ask, chain, indexed, passSeconds, passVotingDays, session, tokenAddress } from "./stack.ts";

// The file is named to come last: it moves the chain's time, which would end the votes that others look at.
const DAY = 86_400n;

/** Somebody of the story: wallet and personal token. */
interface Someone {
  readonly wallet: Address;
  readonly token: Address;
}

async function someone(symbol: string): Promise<Someone> {
  const token = await tokenAddress(symbol);
  const wallet = await chain.readContract({ address: token, abi: personalTokenAbi, functionName: "person" });
  return { wallet, token };
}

/** Forms a network of two who stake 100,000 shares each, one for one. */
async function formOfTwo(weft: Session, name: string, founders: readonly Someone[], seconds: bigint) {
  const [first] = founders;
  if (first === undefined) throw new Error("A network has founders.");
  const { timestamp } = await chain.getBlock();
  return form(weft, {
    from: first.wallet,
    name,
    symbol: name.toUpperCase(),
    founders: founders.map(({ wallet, token }) => ({
      member: token,
      account: wallet,
      stake: parseEther("100000"),
      rate: parseEther("1"),
    })),
    foundingEnds: timestamp + seconds,
  });
}

const balanceOf = (token: Address, holder: Address) =>
  chain.readContract({ address: token, abi: personalTokenAbi, functionName: "balanceOf", args: [holder] });

const staked = (page: Page) => page.getByRole("region", { name: "What you staked" });
const votes = (page: Page) => page.getByRole("region", { name: "Applications and votes" });

test("a sponsor’s record says who came in, on what, and how it turned out", async ({ page }) => {
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

test("two form a network, and the second stakes from the link the first sent", async ({ page, context }) => {
  const leilani = await someone("LEI");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const panel = page.getByRole("region", { name: "Stake into Slip & Crane" });

  const network = await test.step("Yusuf forms it and copies Leilani’s link", async () => {
    await page.goto("/form");
    await connectAs(page, "Yusuf Demir");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Slip & Crane");
    await page.getByRole("textbox", { name: "Symbol" }).fill("SLIP");
    const second = page.getByRole("group", { name: "Founder 2" });
    await second.getByRole("combobox", { name: "Person or network" }).fill("leilani");
    await page.keyboard.press("Enter");
    await second.getByRole("textbox", { name: "Stakes" }).fill("5");
    await page.getByRole("button", { name: "Form Slip & Crane" }).click();
    const founding = page.getByRole("region", { name: "Founding" });
    await expect(founding.getByText("0 of 2 founders have staked.")).toBeVisible();
    await expect(founding.getByRole("button", { name: "Copy link for Yusuf Demir" })).toBeVisible();
    await founding.getByRole("button", { name: "Copy link for Leilani Kahale" }).click();
    await expect(founding.getByText("Copied")).toBeVisible();
    await disconnect(page);
    return tokenAddress("SLIP");
  });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname + new URL(link).search).toBe(`/network/${network}?terms=1`);

  await test.step("without a wallet, the link says what is asked", async () => {
    await page.goto(link);
    await expect(
      panel.getByText(
        "Leilani Kahale is asked to stake 50,000 LEI as a founder of Slip & Crane, and receives 50,000 SLIP for it.",
      ),
    ).toBeVisible();
    await expect(panel.getByText(/^Until .*, in 1\d days\.$/)).toBeVisible();
    await expect(panel.getByRole("button", { name: "Connect a wallet" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("another account is told so", async () => {
    await connectAs(page, "Yusuf Demir");
    await expect(panel.getByText("This invitation is for another account")).toBeVisible();
    await expect(panel.getByText(/^It is for Leilani Kahale/)).toContainText("Connected is Yusuf Demir");
    await expect(panel.getByRole("button", { name: /^Stake/ })).toHaveCount(0);
    await expectAccessible(page);
    await disconnect(page);
  });

  await test.step("Leilani stakes, exactly what was asked", async () => {
    await connectAs(page, "Leilani Kahale");
    await panel.getByRole("button", { name: "Stake 50,000 LEI" }).click();
    await expect(panel.getByText("You handed over 50,000 LEI and received 50,000 SLIP in your wallet.")).toBeVisible();
    const founding = page.getByRole("region", { name: "Founding" });
    await expect(founding.getByText("1 of 2 founders have staked.")).toBeVisible();
    await expect(founding.getByRole("button", { name: "Copy link for Leilani Kahale" })).toHaveCount(0);
    expect(await balanceOf(leilani.token, network)).toBe(parseEther("50000"));
    expect(await balanceOf(network, leilani.wallet)).toBe(parseEther("50000"));
  });

  await test.step("a link to terms that are not there leads nowhere, in words", async () => {
    await page.goto(`/network/${network}?terms=9`);
    await expect(panel.getByText("This invitation leads nowhere")).toBeVisible();
  });
});

test("a founder takes the stake back from a founding that failed", async ({ page }) => {
  const weft = session();
  const [samuel, yusuf] = await Promise.all(["SAM", "YUSUF"].map(someone));
  if (samuel === undefined || yusuf === undefined) throw new Error("The story has both.");
  const { network } = await formOfTwo(weft, "Jetty", [samuel, yusuf], 90n);
  const before = await balanceOf(samuel.token, samuel.wallet);
  await stake(weft, { from: samuel.wallet, network, termsId: 0n });
  await indexed();

  await test.step("while the founding lasts, it stays in", async () => {
    await page.goto(`/network/${network}`);
    await connectAs(page, "Samuel Mensah");
    await expect(staked(page).getByText(/^100,000 SAM are in, for 100,000 JETTY in your wallet/)).toBeVisible();
    await expect(staked(page).getByText("While founders still stake, it stays in.")).toBeVisible();
  });

  await test.step("once it failed, all of it comes back", async () => {
    await passSeconds(120);
    await page.reload();
    await expect(page.getByText("The founding of Jetty has failed. Founders can take back")).toBeVisible();
    await expectAccessible(page);
    await staked(page).getByRole("button", { name: "Take back 100,000 SAM" }).click();
    await expect(
      staked(page).getByText("100,000 SAM came back to your wallet, and 100,000 JETTY were burned."),
    ).toBeVisible();
    await expect(page.getByRole("region", { name: "Founding" }).getByText("took it back")).toBeVisible();
  });

  await test.step("the chain and the index say so too", async () => {
    expect(await balanceOf(samuel.token, samuel.wallet)).toBe(before);
    expect(await balanceOf(network, samuel.wallet)).toBe(0n);
    const { founding } = await ask<{ founding: unknown }>(
      "query ($network: String!) { founding: terms_collection(where: { network: $network, number: 0 }) { status used } }",
      { network },
    );
    expect(founding).toEqual([{ status: "TAKEN_BACK", used: "0" }]);
  });
});

test("a member asks to leave, is let go and leaves; terms to join are cancelled", async ({ page }) => {
  const weft = session();
  const [samuel, yusuf, leilani] = await Promise.all(["SAM", "YUSUF", "LEI"].map(someone));
  if (samuel === undefined || yusuf === undefined || leilani === undefined) throw new Error("The story has them.");
  const { network, governor } = await formOfTwo(weft, "Pier", [samuel, yusuf], DAY);
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
