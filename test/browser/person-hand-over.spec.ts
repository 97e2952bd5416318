import { equityRegistryAbi } from "@weft/abis";
import { expect, expectAccessible, expectNoSidewaysScroll } from "./fixtures.ts";
import { changeAccount } from "./injected-wallet.ts";
import { act, test } from "./persons.ts";
import { chain, session } from "./stack.ts";

test("a token goes to another wallet: offered, taken back, offered again, taken over", { tag: "@journey" }, async ({
  page,
  petra,
}) => {
  const { person, heir, other, token, card, openForm, read, indexOf } = petra;
  await petra.openAs(person);

  await test.step("offer, and take it back", async () => {
    const dialog = await openForm("Offer: Hand over");
    const wallet = dialog.getByRole("combobox", { name: "The wallet that takes over" });
    await wallet.fill(other);
    await expect(dialog.getByText(/^This wallet has a token already: Otto Brandt/)).toBeVisible();
    await wallet.fill(heir);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const who = `${heir.slice(0, 6)}…${heir.slice(-4)}`;
    await act(dialog, `Offer it to ${who}`, `${who} can take PETRA over now.`);
    await expect(card.getByText(`Offered to ${who}`)).toBeVisible();
    expect((await read("pendingPerson")).toLowerCase()).toBe(heir.toLowerCase());
    const again = await openForm("Change: Hand over");
    await again.getByRole("button", { name: "Take the offer back" }).click();
    await expect(again.getByRole("region", { name: "Offered now" })).toHaveCount(0);
    expect(await read("pendingPerson")).toBe("0x0000000000000000000000000000000000000000");
    await again.getByRole("combobox", { name: "The wallet that takes over" }).fill(heir);
    await act(again, `Offer it to ${who}`, `${who} can take PETRA over now.`);
  });

  await test.step("the other wallet takes it over", async () => {
    await changeAccount(page, heir);
    const offer = page.getByRole("region", { name: "Petra Solheim is offered to you" });
    await expect(offer.getByText("Goes over")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await offer.getByRole("button", { name: "Take over PETRA" }).click();
    await expect(page.getByText("PETRA is yours to control now.")).toBeVisible();
    await expect(card).toBeVisible();
    expect((await read("person")).toLowerCase()).toBe(heir.toLowerCase());
    const registry = session().deployment.registry;
    const own = await chain.readContract({
      address: registry,
      abi: equityRegistryAbi,
      functionName: "personalTokenOf",
      args: [heir],
    });
    expect(own.toLowerCase()).toBe(token.toLowerCase());
    const { pendingPerson, personTransfers } = await indexOf<{ pendingPerson: unknown; personTransfers: unknown }>(
      "pendingPerson { id } personTransfers(orderBy: block) { step }",
    );
    expect(pendingPerson).toBeNull();
    expect(personTransfers).toEqual(["OFFERED", "WITHDRAWN", "OFFERED", "ACCEPTED"].map((step) => ({ step })));
    await expect(page.getByRole("region", { name: "Who controlled it" }).getByRole("listitem")).toHaveCount(4);
  });
});
