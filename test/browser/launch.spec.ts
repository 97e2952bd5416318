import { equityRegistryAbi, networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { parseEther } from "viem";
import { connectAs } from "./connect.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { ask, chain, tokenAddress } from "./stack.ts";

/** A wallet of the story that holds shares of others and has launched no token: Kofi. */
const KOFI = "0xcd3B766CCDd6AE721141F452C550Ca635964ce71";
const KOFI_SHORT = "0xcd3b…ce71";

const ABOUT = "Ferryman for thirty years. I know every sandbank.";

interface LaunchedRow {
  readonly id: `0x${string}`;
  readonly name: string;
  readonly metadata: { readonly description: string | null } | null;
  readonly totalSupply: string;
  readonly transfersOpen: boolean;
  readonly person: { readonly id: string };
}

test("a wallet launches a token, forms a network with Dev, and stakes its own part", { tag: "@journey" }, async ({
  page,
}) => {
  await test.step("Kofi fills in the launch, and a reload keeps it", async () => {
    await page.goto("/");
    await connectAs(page, KOFI_SHORT);
    await page.getByRole("link", { name: "Launch yours" }).click();
    await expect(page.getByText("Enter a name.")).toBeVisible();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Kofi Asante");
    await expect(page.getByRole("textbox", { name: "Symbol" })).toHaveValue("KOFI");
    await page.getByRole("textbox", { name: "A few words about you" }).fill(ABOUT);
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Kofi Asante");
    await expect(page.getByText("this would go through")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("what the contract would refuse is said before the wallet is asked", async () => {
    const before = await chain.getBlockNumber();
    const shares = page.getByRole("textbox", { name: "How many" });
    await shares.fill("0.0001");
    const problem = "There would be 0.0001, at least 0.001 have to exist. Choose more shares.";
    await expect(page.getByText(problem).first()).toBeVisible();
    await page.getByRole("button", { name: "Launch KOFI" }).click({ force: true });
    expect(await chain.getBlockNumber()).toBe(before);
    await shares.fill("1,000,000");
  });

  const kofi = await test.step("Kofi launches, and is led to the new page", async () => {
    await page.getByRole("button", { name: "Launch KOFI" }).click();
    await expect(page.getByRole("heading", { name: "Kofi Asante", level: 1 })).toBeVisible();
    const { personalTokens } = await ask<{ personalTokens: readonly LaunchedRow[] }>(
      '{ personalTokens(where: { symbol: "KOFI" }) { id name metadata { description } totalSupply transfersOpen person { id } } }',
    );
    const [token] = personalTokens;
    if (token === undefined) throw new Error("The index knows no KOFI.");
    expect(personalTokens).toEqual([
      {
        id: token.id,
        name: "Kofi Asante",
        metadata: { description: ABOUT },
        totalSupply: parseEther("1000000").toString(),
        transfersOpen: true,
        person: { id: KOFI.toLowerCase() },
      },
    ]);
    expect(new URL(page.url()).pathname).toBe(`/person/${token.id}`);
    return token.id;
  });

  await test.step("a second launch is refused in words", async () => {
    await page.goto("/launch");
    await expect(page.getByText("You have a token already")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open Kofi Asante" })).toHaveAttribute("href", `/person/${kofi}`);
  });

  const ferry = await test.step("Kofi forms a network with Dev", async () => {
    await page.goto("/form");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Ferry & School");
    await page.getByRole("textbox", { name: "What it is for" }).fill("One carries, one teaches.");
    const first = page.getByRole("group", { name: "Founder 1" });
    const second = page.getByRole("group", { name: "Founder 2" });
    await expect(first.getByRole("button", { name: "Change Kofi Asante" })).toBeVisible();
    await second.getByRole("combobox", { name: "Person or network" }).fill("dev");
    await expect(page.getByRole("option", { name: /Dev Raman/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(second.getByRole("button", { name: "Change Dev Raman" })).toBeFocused();
    await second.getByRole("textbox", { name: "Stakes" }).fill("95");
    await expect(second.getByText(/Not enough shares|too much of this token/)).toBeVisible();
    await second.getByRole("textbox", { name: "Stakes" }).fill("30");
    await second.getByRole("textbox", { name: "Rate" }).fill("0.5");

    const preview = page.getByRole("table", { name: "Who owns what once all founders have staked" });
    await expect(preview.getByRole("row", { name: /Kofi Asante/ })).toContainText(/40\.0 %.*10\.0 %/);
    await expect(preview.getByRole("row", { name: /Dev Raman/ })).toContainText(/60\.0 %.*30\.0 %/);
    await expect(page.getByText("this would go through")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await page.getByRole("button", { name: "Form Ferry & School" }).click();
    await expect(page.getByRole("heading", { name: "Ferry & School", level: 1 })).toBeVisible();
    await expect(page.getByText("0 of 2 founders have staked.")).toBeVisible();
    const address = await tokenAddress("FERRY");
    expect(new URL(page.url()).pathname).toBe(`/network/${address}`);
    return address;
  });

  await test.step("Kofi stakes his part, and the network’s page shows it", async () => {
    const panel = page.getByRole("region", { name: "Stake into Ferry & School" });
    await panel.getByRole("button", { name: "Stake 100,000 KOFI" }).click();
    await expect(
      panel.getByText("You handed over 100,000 KOFI and received 100,000 FERRY in your wallet."),
    ).toBeVisible();
    await expect(page.getByText("1 of 2 founders have staked.")).toBeVisible();
    const held = await chain.readContract({
      address: kofi,
      abi: personalTokenAbi,
      functionName: "balanceOf",
      args: [ferry],
    });
    expect(held).toBe(parseEther("100000"));
  });

  await test.step("the chain has the terms that the page showed", async () => {
    const terms = (number: bigint) =>
      chain.readContract({ address: ferry, abi: networkTokenAbi, functionName: "termsOf", args: [number] });
    const dev = await tokenAddress("DEV");
    const [devTerms, used] = await terms(1n);
    expect(devTerms).toMatchObject({ cap: parseEther("300000"), rate: parseEther("0.5") });
    expect(devTerms.member.toLowerCase()).toBe(dev);
    expect(devTerms.maxMemberSupply).toBe(parseEther("1000000"));
    expect(used).toBe(0n);
    const { protocols } = await ask<{ protocols: readonly { registry: `0x${string}` }[] }>(
      "{ protocols { registry } }",
    );
    const registry = protocols[0]?.registry;
    if (registry === undefined) throw new Error("The index knows no protocol.");
    const own = await chain.readContract({
      address: registry,
      abi: equityRegistryAbi,
      functionName: "personalTokenOf",
      args: [KOFI],
    });
    expect(own.toLowerCase()).toBe(kofi);
  });
});
