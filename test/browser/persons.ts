import type { Locator, Page } from "@playwright/test";
import { personalTokenAbi } from "@weft/abis";
import { form, launch } from "@weft/devnet";
import { type Address, keccak256, parseEther, toHex } from "viem";
import { connectTestWallet } from "./connect.ts";
import { test as base, expect } from "./fixtures.ts";
import { injectWallet } from "./injected-wallet.ts";
import { ask, chain, indexed, rpcUrl, session, testChain } from "./stack.ts";

const CHAIN_ID = 31_337;

/** Within so many seconds the founders of Petra's network have to stake. */
export const FOUNDING = 3_600n;

/** An account of these tests alone, with coins and without a key. */
async function newAccount(name: string): Promise<Address> {
  const address = `0x${keccak256(toHex(`persons:${name}`)).slice(-40)}` as const;
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

type TokenView = "totalSupply" | "transfersOpen" | "person" | "pendingPerson" | "contractURI";

/** Petra's token and who has to do with it, on a page that is hers. */
function tellOf(page: Page, cast: Awaited<ReturnType<typeof playBefore>>) {
  const { token } = cast;
  const card = page.getByRole("region", { name: "Your token" });
  return {
    ...cast,
    /** Where the person manages the token. */
    card,
    /** Opens the token's page and connects an account. */
    async openAs(account: Address): Promise<void> {
      await injectWallet(page, { rpcUrl: rpcUrl(), account, chainId: CHAIN_ID });
      await page.goto(`/person/${token}`);
      await connectTestWallet(page);
    },
    /** Opens one of the person's forms. */
    async openForm(button: string): Promise<Locator> {
      await card.getByRole("button", { name: button }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("heading").first()).toBeVisible();
      return dialog;
    },
    /** What the chain says of the token. */
    read: <Name extends TokenView>(functionName: Name) =>
      chain.readContract({ address: token, abi: personalTokenAbi, functionName }),
    /** What the index says of the token, field by field. */
    async indexOf<T>(fields: string): Promise<T> {
      const { personalToken } = await ask<{ personalToken: T }>(
        `query ($id: ID!) { personalToken(id: $id) { ${fields} } }`,
        { id: token.toLowerCase() },
      );
      return personalToken;
    },
  };
}

/** Petra Solheim's token, before anything was done with it. */
export type Petra = ReturnType<typeof tellOf>;

/** A test that begins with Petra Solheim's token, for whom the story has no place. */
export const test = base.extend<{ petra: Petra }>({
  petra: async ({ page, stack: _ }, use) => {
    const cast = await playBefore();
    await indexed();
    await use(tellOf(page, cast));
  },
});

/** Presses the button that acts, waits until the pages show it, and closes the form. */
export async function act(dialog: Locator, button: string, done: string | RegExp): Promise<void> {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog.getByText(done).first()).toBeVisible();
  await expect(dialog.getByText("the pages show it.").first()).toBeVisible();
  await close(dialog);
}

/** Closes a form. */
export async function close(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
}
