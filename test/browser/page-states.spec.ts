import type { Page } from "@playwright/test";
import { connectAs } from "./connect.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, expectTargets, test } from "./fixtures.ts";
import { answerEmpty, answerGraph, answerRenamed, closedCircle } from "./made-up-answers.ts";
import { tokenAddress } from "./stack.ts";

/** Cleo's wallet, of which something is due when the story ends. */
const CLEO = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";
const NOBODY = "0x00000000000000000000000000000000000000aa";

/** The longest names that the contracts take, 64 bytes: one that can be broken between words, and one that can't. */
const LONG_NAMES = {
  "Harbour Collective": "The Collective of Boats, Sails, Oysters, Pots and Fine Forecasts",
  "Amara Diallo": "Amaradiallooftheharbourwhobuildswoodenworkingboatstwoayeartoordr",
  HARB: "HARBOURCOLLECTIV",
} as const;

const VIEWS = ([1440, 768, 360] as const).flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, height: width === 360 ? 780 : 940, colorScheme })),
);

/** A page in one of its states. */
interface State {
  readonly name: string;
  /** Path, or what leads to it. */
  readonly path: () => Promise<string>;
  /** Seen when it is there. */
  readonly shows: string | RegExp;
  readonly before?: (page: Page) => Promise<void>;
  readonly after?: (page: Page) => Promise<void>;
}

const at = (path: string) => async () => path;
const person = (symbol: string) => async () => `/person/${await tokenAddress(symbol)}`;
const network =
  (symbol: string, more = "") =>
  async () =>
    `/network/${await tokenAddress(symbol)}${more}`;
const as = (name: string) => (page: Page) => connectAs(page, name);

const STATES: readonly State[] = [
  { name: "Explore, networks", path: at("/"), shows: "Harbour Collective" },
  { name: "Explore, people", path: at("/?show=people"), shows: "Ada Okafor" },
  { name: "Explore before anybody came", path: at("/"), shows: /^No network yet/, before: answerEmpty },
  { name: "a person", path: person("ROSA"), shows: "Who owns Rosa Quispe" },
  { name: "a person’s own page", path: person("ADA"), shows: "Gains realized", after: as("Ada Okafor") },
  { name: "a person who is not there", path: at(`/person/${NOBODY}`), shows: /Nobody is/ },
  { name: "a network", path: network("HARB"), shows: "Who owns Harbour Collective" },
  { name: "a network, as a member", path: network("COAST"), shows: "The cloth", after: as("Priya Nair") },
  { name: "a network that is being founded", path: network("NIGHT"), shows: "3 of 4 founders have staked." },
  {
    name: "a network with the longest names",
    path: network("HARB"),
    shows: /Fine Forecasts$/,
    before: (page) => answerRenamed(page, LONG_NAMES),
  },
  { name: "a network that is not there", path: at(`/network/${NOBODY}`), shows: /is woven here|Nobody is/ },
  { name: "Apply", path: network("LOOM", "/apply"), shows: "Apply to Loom & Page" },
  { name: "Apply, as somebody", path: network("LOOM", "/apply"), shows: "You would stake", after: as("Noor Haddad") },
  { name: "Graph", path: async () => `/graph?node=${await tokenAddress("TRIO")}`, shows: "Who owns Trio" },
  { name: "Graph, as a table", path: at("/graph?view=table"), shows: "Who owns a part of whom" },
  {
    name: "Graph, a closed circle",
    path: at("/graph"),
    shows: "money gets stuck here",
    before: (page) => answerGraph(page, closedCircle()),
  },
  { name: "Graph before anybody came", path: at("/graph"), shows: /Nobody|yet/, before: answerEmpty },
  { name: "Portfolio without a wallet", path: at("/portfolio"), shows: "Your portfolio" },
  { name: "somebody’s Portfolio", path: at(`/portfolio?account=${CLEO}`), shows: "By the way it came" },
  { name: "Portfolio", path: at("/portfolio"), shows: "Your portfolio", after: as("Samuel Mensah") },
  { name: "Statement", path: at(`/portfolio/statement?account=${CLEO}`), shows: "Carried forward" },
  { name: "Activity", path: at("/activity?show=gains"), shows: "Everything that happened" },
  { name: "Launch", path: at("/launch"), shows: "Launch yours" },
  { name: "Form", path: at("/form"), shows: "Form a network" },
  { name: "Form, as somebody", path: at("/form"), shows: "Form a network", after: as("Ben Castellanos") },
  { name: "a page that is not there", path: at("/nowhere"), shows: "Nothing is woven here" },
];

// Colours that change slowly would be read half-way.
test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const { name, path, shows, before, after } of STATES) {
  test(`${name}: fits at every width, in both themes, and can be used by everybody`, async ({ page }) => {
    await before?.(page);
    await page.goto(await path());
    await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
    await after?.(page);
    await page.waitForLoadState("networkidle");
    for (const { colorScheme, ...size } of VIEWS) {
      const seen = { as: `${size.width} px, ${colorScheme}` };
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      // What measures itself is drawn anew by the second frame.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      if (colorScheme === "dark") {
        await expectAccessible(page, { ...seen, rules: "colours" });
        continue;
      }
      await expectNoSidewaysScroll(page, seen);
      await expectTargets(page, seen);
      await expectAccessible(page, seen);
    }
  });
}

for (const { name, path } of [
  { name: "Explore", path: at("/?show=people") },
  { name: "a network", path: network("HARB") },
]) {
  test(`${name}: the longest names leave the figures beside them their room`, async ({ page }) => {
    await answerRenamed(page, LONG_NAMES);
    await page.goto(await path());
    await expect(page.getByText(LONG_NAMES["Amara Diallo"]).filter({ visible: true }).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    for (const width of [1440, 768, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() =>
          page
            .locator("table")
            .evaluateAll((tables) =>
              tables
                .filter(({ parentElement }) => parentElement && parentElement.scrollWidth > parentElement.clientWidth)
                .map((table) => table.querySelector("caption")?.textContent),
            ),
        )
        .toEqual([]);
    }
  });
}
