import { networkTokenAbi } from "@weft/abis";
import { approveHolder, stake } from "@weft/devnet";
import { parseEther } from "viem";
import { expect, expectAccessible } from "./fixtures.ts";
import { balanceOf } from "./people.ts";
import { act, close, FOUNDING, test } from "./persons.ts";
import { chain, passSeconds, session } from "./stack.ts";

test("a treasury chooses who votes for it, and takes its stake back from a founding that failed", {
  tag: "@journey",
}, async ({ page, petra }) => {
  const { person, holder, token, network, card, openForm, read } = petra;
  await approveHolder(session(), { from: person, token, holder: network });
  await stake(session(), { from: person, network, termsId: 0n, to: token });
  await petra.openAs(person);

  await test.step("votes", async () => {
    const dialog = await openForm("Change: Votes of your treasury");
    await dialog.getByRole("combobox", { name: "Who shall vote" }).fill(holder);
    await expectAccessible(page);
    await act(dialog, "Let them vote", /^From now on the votes of your treasury in Lantern Row are cast by/);
    const delegate = await chain.readContract({
      address: network,
      abi: networkTokenAbi,
      functionName: "delegates",
      args: [token],
    });
    expect(delegate.toLowerCase()).toBe(holder.toLowerCase());
    await expect(card.getByText("In LANT somebody else casts them, or nobody")).toBeVisible();
  });

  await test.step("leave", async () => {
    await passSeconds(Number(FOUNDING));
    await page.reload();
    const before = await read("totalSupply");
    const dialog = await openForm("Take back: Take a stake back");
    await expect(dialog.getByRole("textbox", { name: "Take back" })).toHaveValue("100000");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Take back 100,000 PETRA" }).click();
    await expect(dialog.getByText("100,000 PETRA came back and are no more.").first()).toBeVisible();
    await close(dialog);
    expect(await balanceOf(network, token)).toBe(0n);
    expect(await read("totalSupply")).toBe(before - parseEther("100000"));
    await expect(card.getByText("Take a stake back")).toHaveCount(0);
  });
});
