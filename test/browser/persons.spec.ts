import type { Locator, Page } from "@playwright/test";
import { equityRegistryAbi, networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { approveHolder, form, launch, realize, stake, transfer } from "@weft/devnet";
import { type Address, keccak256, parseEther, toHex } from "viem";
import { connectTestWallet } from "./connect.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { changeAccount, injectWallet } from "./injected-wallet.ts";
import { ask, chain, indexed, rpcUrl, session, testChain } from "./stack.ts";

const CHAIN_ID = 31_337;
const MONTH = 30n * 86_400n;
const FOUNDING = 3_600n;
/** An account of this test alone, with coins and without a key. */
async function newAccount(name: string): Promise<Address> {
  const address = `0x${keccak256(toHex(`persons.spec:${name}`)).slice(-40)}` as const;
  await testChain.impersonateAccount({ address });
  await testChain.setBalance({ address, value: parseEther("100") });
  return address;
}

/** A closed person with a member of a network that was never founded, and somebody else with a token. */
async function playBefore() {
  const [person, heir, holder, other] = await Promise.all(["person", "heir", "holder", "other"].map(newAccount));
  if (!person || !heir || !holder || !other) throw new Error("Four accounts were asked for.");
  const here = session();
  const shares = parseEther("1000000");
  const token = await launch(here, { from: person, name: "Petra Solheim", symbol: "PETRA", shares, open: false });
  const source = await launch(here, { from: other, name: "Otto Brandt", symbol: "OTTO", shares });
  const { timestamp } = await chain.getBlock();
  const founder = { stake: parseEther("100000"), rate: parseEther("1") };
  const { network } = await form(here, {
    from: person,
    name: "Lantern Row",
    symbol: "LANT",
    founders: [
      { ...founder, member: token, account: person },
      { ...founder, member: source, account: other },
    ],
    foundingEnds: timestamp + FOUNDING,
  });
  return { person, heir, holder, other, token, source, network };
}

type Cast = Awaited<ReturnType<typeof playBefore>>;
let cast: Cast;

const card = (page: Page) => page.getByRole("region", { name: "Your token" });

async function openAs(page: Page, account: Address): Promise<void> {
  await injectWallet(page, { rpcUrl: rpcUrl(), account, chainId: CHAIN_ID });
  await page.goto(`/person/${cast.token}`);
  await connectTestWallet(page);
}

/** Opens one of the person's forms. */
async function openForm(page: Page, button: string): Promise<Locator> {
  await card(page).getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading").first()).toBeVisible();
  return dialog;
}

/** Presses the button that acts, waits until the pages show it, and closes the form. */
async function act(dialog: Locator, button: string, done: string | RegExp): Promise<void> {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog.getByText(done).first()).toBeVisible();
  await expect(dialog.getByText("the pages show it.").first()).toBeVisible();
  await close(dialog);
}

async function close(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
}

const read = <Name extends "totalSupply" | "transfersOpen" | "person" | "pendingPerson" | "contractURI">(
  functionName: Name,
) => chain.readContract({ address: cast.token, abi: personalTokenAbi, functionName });

const balanceOf = (account: Address, token: Address = cast.token) =>
  chain.readContract({ address: token, abi: personalTokenAbi, functionName: "balanceOf", args: [account] });

/** What the index says of the token, field by field. */
async function indexOf<T>(fields: string): Promise<T> {
  const { personalToken } = await ask<{ personalToken: T }>(
    `query ($id: ID!) { personalToken(id: $id) { ${fields} } }`,
    {
      id: cast.token.toLowerCase(),
    },
  );
  return personalToken;
}

test.beforeEach(async () => {
  cast = await playBefore();
  await indexed();
});

test("a person approves, issues, takes in, describes and opens", { tag: "@journey" }, async ({ page }) => {
  const { person, holder, other, token, source } = cast;
  await openAs(page, person);

  await test.step("new shares go to nobody who is not approved", async () => {
    const dialog = await openForm(page, "Issue: New shares");
    await dialog.getByRole("textbox", { name: "New shares" }).fill("250,000");
    await dialog.getByRole("combobox", { name: "Who receives them" }).fill(holder);
    await expect(dialog.getByText("Nobody here knows this address")).toBeVisible();
    await expect(dialog.getByText("This person chooses who may hold their shares")).toBeVisible();
    await close(dialog);
  });

  await test.step("approve", async () => {
    const dialog = await openForm(page, "Change: Who may hold");
    await dialog.getByRole("combobox", { name: "Account or network" }).fill(holder);
    await expectAccessible(page);
    const who = `${holder.slice(0, 6)}…${holder.slice(-4)}`;
    await act(dialog, `Approve ${who}`, `${who} may hold PETRA now.`);
    await expect(card(page).getByText("Closed: 1 approved")).toBeVisible();
    const { holderApprovals } = await indexOf<{ holderApprovals: unknown }>(
      "holderApprovals { approved holder { id } }",
    );
    expect(holderApprovals).toEqual([{ approved: true, holder: { id: holder.toLowerCase() } }]);
  });

  await test.step("issue, with everybody’s part before and after", async () => {
    const dialog = await openForm(page, "Issue: New shares");
    await dialog.getByRole("textbox", { name: "New shares" }).fill("250,000");
    await dialog.getByRole("combobox", { name: "Who receives them" }).fill(holder);
    const changes = dialog.getByRole("table", { name: "Part of you, directly" });
    await expect(changes.getByRole("row", { name: /^You/ })).toHaveText(/You100.0 %80.0 %/);
    await expect(changes.getByRole("row", { name: /^Shares in all/ })).toHaveText(/1,000,0001,250,000/);
    await expect(dialog.getByText("Terms would lose their effect")).toHaveCount(0);
    await expectAccessible(page);
    await act(dialog, "Issue 250,000 PETRA", /^You issued 250,000 PETRA to/);
    expect(await read("totalSupply")).toBe(parseEther("1250000"));
    expect(await balanceOf(holder)).toBe(parseEther("250000"));
    const { issuances } = await indexOf<{ issuances: unknown }>("issuances { shares to { id } }");
    expect(issuances).toEqual([{ shares: parseEther("250000").toString(), to: { id: holder.toLowerCase() } }]);
  });

  await test.step("let shares of another person into the treasury", async () => {
    const dialog = await openForm(page, "Change: Deposits to your treasury");
    await dialog.getByRole("combobox", { name: "Person or network" }).fill("otto");
    await dialog
      .getByRole("listbox", { name: "Who fits" })
      .getByRole("option", { name: /^Otto Brandt/ })
      .click();
    await expectAccessible(page);
    await act(dialog, "Allow OTTO", "Anybody may send OTTO to your treasury now.");
    await transfer(session(), { from: other, token: source, to: token, amount: parseEther("1000") });
    await expect(card(page).getByText("Allowed: Otto Brandt")).toBeVisible();
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
    const dialog = await openForm(page, "Change: Words, picture and links");
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
    await expect(card(page).getByText(/^(2\.99\d*|3) ETH until/)).toBeVisible();
    const dialog = await openForm(page, "End sooner: Gains on their way");
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
    await expect(card(page).getByText("Gains on their way")).toHaveCount(0);
  });

  await test.step("open to everybody, asked once more", async () => {
    const dialog = await openForm(page, "Change: Who may hold");
    await dialog.getByRole("button", { name: "Open to everybody …" }).click();
    await expect(dialog.getByText("An open token can never be closed again, by nobody.")).toBeVisible();
    await dialog.getByRole("button", { name: "Open PETRA for ever" }).click();
    await expect(dialog.getByText("Anybody may hold it. That is final.")).toBeVisible();
    await close(dialog);
    expect(await read("transfersOpen")).toBe(true);
    await expect(card(page).getByText("Anybody: your token is open, for ever")).toBeVisible();
  });
});

/** The person opens the token, issues shares to the holder, and realizes a gain. */
async function playGain(): Promise<void> {
  const { person, holder, token } = cast;
  const here = session();
  const call = { account: person, address: token, abi: personalTokenAbi, throwOnReceiptRevert: true } as const;
  await here.client.writeContractSync({ ...call, functionName: "openTransfers" });
  await here.client.writeContractSync({ ...call, functionName: "issue", args: [holder, parseEther("250000")] });
  await realize(here, { from: person, token, amount: parseEther("3"), evidence: "a licence" });
  await indexed();
}

test("who owns a part disputes a gain and sends shares on", { tag: "@journey" }, async ({ page }) => {
  const { holder, other, network } = cast;
  await playGain();
  await openAs(page, holder);

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
    expect(await balanceOf(other)).toBe(parseEther("50000"));
    expect(await balanceOf(holder)).toBe(parseEther("200000"));
    const owners = page.getByRole("table", { name: "Who owns Petra Solheim, directly and in the end" });
    await expect(owners.getByRole("row", { name: /Otto Brandt/ })).toContainText("4.0 %");
  });
});

test("a treasury chooses who votes for it, and takes its stake back from a founding that failed", {
  tag: "@journey",
}, async ({ page }) => {
  const { person, holder, token, network } = cast;
  await approveHolder(session(), { from: person, token, holder: network });
  await stake(session(), { from: person, network, termsId: 0n, to: token });
  await openAs(page, person);

  await test.step("votes", async () => {
    const dialog = await openForm(page, "Change: Votes of your treasury");
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
    await expect(card(page).getByText("In LANT somebody else casts them, or nobody")).toBeVisible();
  });

  await test.step("leave", async () => {
    const { timestamp } = await chain.getBlock();
    await testChain.setNextBlockTimestamp({ timestamp: timestamp + FOUNDING });
    await testChain.mine({ blocks: 1 });
    await indexed();
    await page.reload();
    const before = await read("totalSupply");
    const dialog = await openForm(page, "Take back: Take a stake back");
    await expect(dialog.getByRole("textbox", { name: "Take back" })).toHaveValue("100000");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Take back 100,000 PETRA" }).click();
    await expect(dialog.getByText("100,000 PETRA came back and are no more.").first()).toBeVisible();
    await close(dialog);
    expect(await balanceOf(token, network)).toBe(0n);
    expect(await read("totalSupply")).toBe(before - parseEther("100000"));
    await expect(card(page).getByText("Take a stake back")).toHaveCount(0);
  });
});

test("a token goes to another wallet: offered, taken back, offered again, taken over", { tag: "@journey" }, async ({
  page,
}) => {
  const { person, heir, token } = cast;
  await openAs(page, person);

  await test.step("offer, and take it back", async () => {
    const dialog = await openForm(page, "Offer: Hand over");
    const wallet = dialog.getByRole("combobox", { name: "The wallet that takes over" });
    await wallet.fill(cast.other);
    await expect(dialog.getByText(/^This wallet has a token already: Otto Brandt/)).toBeVisible();
    await wallet.fill(heir);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const who = `${heir.slice(0, 6)}…${heir.slice(-4)}`;
    await act(dialog, `Offer it to ${who}`, `${who} can take PETRA over now.`);
    await expect(card(page).getByText(`Offered to ${who}`)).toBeVisible();
    expect((await read("pendingPerson")).toLowerCase()).toBe(heir.toLowerCase());
    const again = await openForm(page, "Change: Hand over");
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
    await expect(card(page)).toBeVisible();
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
