import { personalTokenAbi } from "@weft/abis";
import { realize, transfer } from "@weft/devnet";
import { parseEther } from "viem";
import { expect, expectAccessible } from "./fixtures.ts";
import { balanceOf } from "./people.ts";
import { act, close, test } from "./persons.ts";
import { chain, session } from "./stack.ts";

const MONTH = 30n * 86_400n;

test("a person approves, issues, takes in, describes and opens", { tag: "@journey" }, async ({ page, petra }) => {
  const { person, holder, other, token, source, card, openForm, read, indexOf } = petra;
  await petra.openAs(person);

  await test.step("new shares go to nobody who is not approved", async () => {
    const dialog = await openForm("Issue: New shares");
    await dialog.getByRole("textbox", { name: "New shares" }).fill("250,000");
    await dialog.getByRole("combobox", { name: "Who receives them" }).fill(holder);
    await expect(dialog.getByText("Nobody here knows this address")).toBeVisible();
    await expect(dialog.getByText("This person chooses who may hold their shares")).toBeVisible();
    await close(dialog);
  });

  await test.step("approve", async () => {
    const dialog = await openForm("Change: Who may hold");
    await dialog.getByRole("combobox", { name: "Account or network" }).fill(holder);
    await expectAccessible(page);
    const who = `${holder.slice(0, 6)}…${holder.slice(-4)}`;
    await act(dialog, `Approve ${who}`, `${who} may hold PETRA now.`);
    await expect(card.getByText("Closed: 1 approved")).toBeVisible();
    const { holderApprovals } = await indexOf<{ holderApprovals: unknown }>(
      "holderApprovals { approved holder { id } }",
    );
    expect(holderApprovals).toEqual([{ approved: true, holder: { id: holder.toLowerCase() } }]);
  });

  await test.step("issue, with everybody’s part before and after", async () => {
    const dialog = await openForm("Issue: New shares");
    await dialog.getByRole("textbox", { name: "New shares" }).fill("250,000");
    await dialog.getByRole("combobox", { name: "Who receives them" }).fill(holder);
    const changes = dialog.getByRole("table", { name: "Part of you, directly" });
    await expect(changes.getByRole("row", { name: /^You/ })).toHaveText(/You100.0 %80.0 %/);
    await expect(changes.getByRole("row", { name: /^Shares in all/ })).toHaveText(/1,000,0001,250,000/);
    await expect(dialog.getByText("Terms would lose their effect")).toHaveCount(0);
    await expectAccessible(page);
    await act(dialog, "Issue 250,000 PETRA", /^You issued 250,000 PETRA to/);
    expect(await read("totalSupply")).toBe(parseEther("1250000"));
    expect(await balanceOf(token, holder)).toBe(parseEther("250000"));
    const { issuances } = await indexOf<{ issuances: unknown }>("issuances { shares to { id } }");
    expect(issuances).toEqual([{ shares: parseEther("250000").toString(), to: { id: holder.toLowerCase() } }]);
  });

  await test.step("let shares of another person into the treasury", async () => {
    const dialog = await openForm("Change: Deposits to your treasury");
    await dialog.getByRole("combobox", { name: "Person or network" }).fill("otto");
    await dialog
      .getByRole("listbox", { name: "Who fits" })
      .getByRole("option", { name: /^Otto Brandt/ })
      .click();
    await expectAccessible(page);
    await act(dialog, "Allow OTTO", "Anybody may send OTTO to your treasury now.");
    await transfer(session(), { from: other, token: source, to: token, amount: parseEther("1000") });
    await expect(card.getByText("Allowed: Otto Brandt")).toBeVisible();
    const treasury = page.getByRole("table", { name: "Shares in the treasury of Petra Solheim" });
    await expect(treasury.getByRole("row", { name: /Otto Brandt/ })).toContainText("1,000");
    const { depositPermissions } = await indexOf<{ depositPermissions: unknown }>(
      "depositPermissions { allowed token { id } }",
    );
    expect(depositPermissions).toEqual([{ allowed: true, token: { id: source.toLowerCase() } }]);
  });

  await test.step("anybody collects what came in for the treasury", async () => {
    await realize(session(), { from: other, token: source, amount: parseEther("2"), evidence: "sold a lamp" });
    const treasury = page.getByRole("region", { name: "Treasury" });
    await treasury.getByRole("button", { name: "Collect 0.002 ETH for PETRA" }).click();
    await expect(treasury.getByText("It is collected.")).toBeVisible();
    await expect(treasury.getByText("the pages show it.")).toBeVisible();
    const { totalHarvested } = await indexOf<{ totalHarvested: string }>("totalHarvested");
    // A thousandth of 2, rounded down for the holder.
    expect(parseEther("0.002") - BigInt(totalHarvested)).toBeLessThanOrEqual(1n);
  });

  await test.step("words and links, on the page at once", async () => {
    const dialog = await openForm("Change: Words, picture and links");
    await dialog.getByRole("textbox", { name: "A few words about you" }).fill("I build lamps that last.");
    await dialog.getByRole("textbox", { name: "Links" }).fill("javascript:alert(1)");
    await expect(dialog.getByText(/is no link/)).toBeVisible();
    await dialog.getByRole("textbox", { name: "Links" }).fill("https://example.org/lamps");
    await expectAccessible(page);
    await act(dialog, "Change the description", "Your page says it now.");
    await expect(page.getByText("I build lamps that last.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Links" }).getByRole("link")).toHaveAttribute(
      "href",
      "https://example.org/lamps",
    );
    const { metadata } = await indexOf<{ metadata: unknown }>("metadata { name description links }");
    expect(metadata).toEqual({
      name: "Petra Solheim",
      description: "I build lamps that last.",
      links: ["https://example.org/lamps"],
    });
  });

  await test.step("what streams ends sooner", async () => {
    await realize(session(), { from: person, token, amount: parseEther("3"), duration: MONTH, evidence: "a licence" });
    await expect(card.getByText(/^(2\.99\d*|3) ETH until/)).toBeVisible();
    const dialog = await openForm("End sooner: Gains on their way");
    await dialog.getByRole("textbox", { name: "Pay out the rest within" }).fill("99");
    await expect(dialog.getByText(/^It ends sooner already/)).toBeVisible();
    await dialog.getByRole("textbox", { name: "Pay out the rest within" }).fill("0");
    await expectAccessible(page);
    await act(dialog, "Pay out all of it now", "All of it is paid out.");
    const { streamLeft } = await indexOf<{ streamLeft: string }>("streamLeft");
    const stream = await chain.readContract({ address: token, abi: personalTokenAbi, functionName: "stream" });
    expect({ index: BigInt(streamLeft), end: stream.end <= (await chain.getBlock()).timestamp }).toMatchObject({
      end: true,
    });
    await expect(card.getByText("Gains on their way")).toHaveCount(0);
  });

  await test.step("open to everybody, asked once more", async () => {
    const dialog = await openForm("Change: Who may hold");
    await dialog.getByRole("button", { name: "Open to everybody …" }).click();
    await expect(dialog.getByText("An open token can never be closed again, by nobody.")).toBeVisible();
    await dialog.getByRole("button", { name: "Open PETRA for ever" }).click();
    await expect(dialog.getByText("Anybody may hold it. That is final.")).toBeVisible();
    await close(dialog);
    expect(await read("transfersOpen")).toBe(true);
    await expect(card.getByText("Anybody: your token is open, for ever")).toBeVisible();
  });
});
