import { personalTokenAbi } from "@weft/abis";
import { realize } from "@weft/devnet";
import { parseEther } from "viem";
import { expect, expectAccessible } from "./fixtures.ts";
import { balanceOf } from "./people.ts";
import { act, type Petra, test } from "./persons.ts";
import { indexed, session } from "./stack.ts";

/** The person opens the token, issues shares to the holder, and realizes a gain. */
async function playGain({ person, holder, token }: Petra): Promise<void> {
  const here = session();
  const call = { account: person, address: token, abi: personalTokenAbi, throwOnReceiptRevert: true } as const;
  await here.client.writeContractSync({ ...call, functionName: "openTransfers" });
  await here.client.writeContractSync({ ...call, functionName: "issue", args: [holder, parseEther("250000")] });
  await realize(here, { from: person, token, amount: parseEther("3"), evidence: "a licence" });
  await indexed();
}

test("who owns a part disputes a gain and sends shares on", { tag: "@journey" }, async ({ page, petra }) => {
  const { token, holder, other, network, indexOf } = petra;
  await playGain(petra);
  await petra.openAs(holder);

  await test.step("dispute", async () => {
    const gains = page.getByRole("region", { name: "Gains realized" });
    await gains.getByRole("button", { name: /^Dispute the gain/ }).click();
    const dialog = page.getByRole("dialog", { name: "Dispute a gain" });
    await dialog.getByRole("textbox", { name: "What speaks against it" }).fill("https://example.org/lamps/unpaid");
    await expectAccessible(page);
    await act(dialog, "Dispute this gain", "Your doubts are on the record.");
    const doubts = gains.getByRole("list", { name: /^Doubts about the gain/ });
    await expect(doubts.getByRole("link", { name: /example\.org\/lamps\/unpaid/ })).toHaveAttribute(
      "rel",
      /noreferrer/,
    );
    const { disputes } = await indexOf<{ disputes: unknown }>("disputes { uri holder { id } realization { number } }");
    expect(disputes).toEqual([
      { uri: "https://example.org/lamps/unpaid", holder: { id: holder.toLowerCase() }, realization: { number: "0" } },
    ]);
  });

  await test.step("send", async () => {
    const you = page.getByRole("region", { name: "You", exact: true });
    await you.getByRole("button", { name: "Send PETRA" }).click();
    const dialog = page.getByRole("dialog", { name: "Send PETRA" });
    await dialog.getByRole("textbox", { name: "You send" }).fill("300,000");
    await expect(dialog.getByText("You can send 250,000 PETRA at most.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "You send" }).fill("20%");
    const to = dialog.getByRole("combobox", { name: "Who receives them" });
    await to.fill(network);
    await expect(
      dialog.getByText("Lantern Row is a network: shares come in only by staking, on its page."),
    ).toBeVisible();
    await to.fill("Otto");
    await dialog
      .getByRole("listbox", { name: "Who fits" })
      .getByRole("option", { name: /^Otto Brandt/ })
      .click();
    await expect(to).toHaveValue(other.toLowerCase());
    await expect(dialog.getByRole("region", { name: "What changes in the end" })).toContainText("16.0 %");
    await expectAccessible(page);
    await act(dialog, "Send 50,000 PETRA", "You sent 50,000 PETRA to Otto Brandt.");
    expect(await balanceOf(token, other)).toBe(parseEther("50000"));
    expect(await balanceOf(token, holder)).toBe(parseEther("200000"));
    const owners = page.getByRole("table", { name: "Who owns Petra Solheim, directly and in the end" });
    await expect(owners.getByRole("row", { name: /Otto Brandt/ })).toContainText("4.0 %");
  });
});
