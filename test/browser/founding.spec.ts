import type { Page } from "@playwright/test";
import { stake } from "@weft/devnet";
import { parseEther } from "viem";
import { connectAs, disconnect } from "./connect.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { balanceOf, formTogether, someone } from "./people.ts";
import { ask, indexed, passSeconds, session, tokenAddress } from "./stack.ts";

const staked = (page: Page) => page.getByRole("region", { name: "What you staked" });

test("two form a network, and the second stakes from the link the first sent", { tag: "@journey" }, async ({
  page,
  context,
}) => {
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
    await expect(page.getByRole("option", { name: /Leilani Kahale/ })).toBeVisible();
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

test("a founder takes the stake back from a founding that failed", { tag: "@journey" }, async ({ page }) => {
  const weft = session();
  const [samuel, yusuf] = await Promise.all(["SAM", "YUSUF"].map(someone));
  if (samuel === undefined || yusuf === undefined) throw new Error("The story has both.");
  const { network } = await formTogether("Jetty", [samuel, yusuf], 90n);
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
