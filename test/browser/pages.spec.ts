import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { tokenAddress } from "./stack.ts";

/** Cleo's wallet, of which something is due when the story ends. */
const CLEO = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";

const PAGES = [
  { name: "Explore", path: async () => "/", heading: "Who owns whom" },
  { name: "Person", path: async () => `/person/${await tokenAddress("ADA")}`, heading: "Ada Okafor" },
  { name: "Network", path: async () => `/network/${await tokenAddress("HARB")}`, heading: "Harbour Collective" },
  { name: "Graph", path: async () => `/graph?node=${await tokenAddress("TRIO")}`, heading: "Trio" },
  { name: "Portfolio", path: async () => `/portfolio?account=${CLEO}`, heading: "Due to Cleo Lindqvist" },
  { name: "Activity", path: async () => "/activity", heading: "Everything that happened" },
  { name: "Apply", path: async () => `/network/${await tokenAddress("LOOM")}/apply`, heading: "Apply to Loom & Page" },
  { name: "Launch", path: async () => "/launch", heading: "Launch yours" },
  { name: "Form", path: async () => "/form", heading: "Form a network" },
  { name: "a page that is not there", path: async () => "/nowhere", heading: "" },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 360 ? 780 : 940 } });
      for (const { name, path, heading } of PAGES) {
        test(`${name} fits, and can be used by everybody`, async ({ page }) => {
          await page.goto(await path());
          await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
          await page.waitForLoadState("networkidle");
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        });
      }
    });
  }
}
