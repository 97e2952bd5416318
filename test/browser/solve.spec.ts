import type { Page } from "@playwright/test";
import { launch } from "@weft/devnet";
import { parseEther } from "viem";
import { connectAs } from "./connect.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { indexed, session, testChain, tokenAddress } from "./stack.ts";

/** Names of the queries that a page asks from now on. */
function watchQueries(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const query = /query (\w+)/.exec(request.postData() ?? "");
    if (query?.[1] !== undefined) asked.push(query[1]);
  });
  return asked;
}

/** The queries that read all tokens and holdings. */
const WHOLE_GRAPH = /^(OwnershipStart|PersonalTokens|NetworkTokens|Holdings)$/;

test("pages that need no graph read none, and still know everybody by name", async ({ page }) => {
  const asked = watchQueries(page);
  await page.goto("/activity?show=new");
  await connectAs(page, "Noor Haddad");
  await expect(page.getByRole("link", { name: "Ada Okafor" }).first()).toBeVisible();
  await page.goto("/launch");
  await expect(page.getByText("This account’s is Noor Haddad (NOOR).")).toBeVisible();
  await page.goto(`/network/${await tokenAddress("HARB")}/apply`);
  await expect(page.getByRole("button", { name: "You hold 780,000" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked).toContain("Names");
  expect(asked.filter((name) => WHOLE_GRAPH.test(name))).toEqual([]);
});

test("the search finds by name, symbol and address, with the keys alone", async ({ page }) => {
  const asked = watchQueries(page);
  const ada = await tokenAddress("ADA");
  await page.goto("/activity");
  await expect(page.getByRole("heading", { name: "Everything that happened" })).toBeVisible();
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Find a person or network" });
  await expect(field).toBeFocused();
  await page.keyboard.type("har");
  const options = page.getByRole("option");
  await expect(options.first()).toContainText("Harbour Collective");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await page.keyboard.type(ada.slice(0, 12));
  await expect(options).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ada Okafor", level: 1 })).toBeVisible();
  expect(asked).toContain("FindTokens");
});

test("who applies sees whom it would change, and every digit of it", async ({ page }) => {
  await page.goto(`/network/${await tokenAddress("HARB")}/apply`);
  await connectAs(page, "Noor Haddad");
  await page.getByRole("textbox", { name: "You would stake" }).fill("20,000");
  await page.getByRole("textbox", { name: "You ask for, for each NOOR" }).fill("0.5");
  const effects = page.getByRole("region", { name: "What changes in the end" });
  const own = effects.getByRole("listitem").first();
  await expect(own).toContainText("Noor Haddad");
  await expect(own).toContainText("of Harbour Collective’s gains");
  await expect(own.locator("[data-exact]").nth(1)).toHaveAttribute("data-exact", /^0 % → 1\.\d{8} %$/);
  await effects.getByText(/others, less affected$/).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
});

/** Ada Okafor with a Cyrillic А, and an accent that no search minds. */
const FAKE_NAME = "\u0410da Ok\u00e1for";

test("a token that looks like an older one is told apart, on its page and in the search", async ({ page }) => {
  const [account] = [`0x${"fa4e".padStart(40, "0")}`] as const;
  const [ada] = [await tokenAddress("ADA")];
  await testChain.impersonateAccount({ address: account });
  await testChain.setBalance({ address: account, value: parseEther("1") });
  const token = await launch(session(), {
    from: account,
    name: FAKE_NAME,
    symbol: "ADAOK",
    shares: parseEther("1"),
    open: true,
  });
  await indexed();

  await page.goto("/activity");
  await page.getByRole("combobox", { name: "Find a person or network" }).fill("okafor");
  const options = page.getByRole("option");
  await expect(options).toHaveCount(2);
  await expect(options.filter({ hasText: FAKE_NAME })).toContainText("An older token’s name looks the same");
  await expect(options.filter({ hasText: "Ada Okafor" })).not.toContainText("looks the same");
  await expectAccessible(page);

  await page.goto(`/person/${token.toLowerCase()}`);
  await expect(page.getByText("An older token’s name looks the same.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: /^Ada Okafor \(ADA\)/ }).click();
  await expect(page).toHaveURL(new RegExp(`/person/${ada}`));
  await expect(page.getByText("looks the same")).toHaveCount(0);
});

test("all that one has can be paid in, but for the network fee", async ({ page }) => {
  await page.goto(`/person/${await tokenAddress("NOOR")}`);
  await connectAs(page, "Noor Haddad");
  const panel = page.getByRole("region", { name: "Realize a gain" });
  const amount = panel.getByRole("textbox", { name: "Amount" });
  await amount.fill("max");
  await expect(panel.getByText("Checked against the chain just now")).toBeVisible();
  await amount.fill("50%");
  await expect(panel.getByText("In the end it rests with")).toBeVisible();
  await panel.getByRole("button", { name: /^You have, less the network fee/ }).click();
  await expect(amount).toHaveValue(/^\d+\.\d+$/);
  await expect(panel.getByText("Checked against the chain just now")).toBeVisible();
  await expectAccessible(page);
});
