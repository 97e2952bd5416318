import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import { largeGraph } from "../bench/large-graph.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { answerGraph } from "./made-up-answers.ts";
import { ask, chain, tokenAddress } from "./stack.ts";

const nodes = (page: Page): Locator => page.locator("[data-node]");
const node = (page: Page, name: string): Locator => page.getByRole("button", { name: new RegExp(`^${name}, `) });

/** Where every node of the picture is, in world units. */
async function places(page: Page): Promise<Map<string, string>> {
  const all = await nodes(page).evaluateAll((elements) =>
    elements.map((element) => [element.getAttribute("data-node"), element.getAttribute("transform")] as const),
  );
  return new Map(all.map(([id, place]) => [id ?? "", place ?? ""]));
}

/** The name and the content of a file that the export menu saves. */
async function exported(page: Page, item: RegExp): Promise<{ name: string; content: Buffer }> {
  await page.getByRole("button", { name: "Export" }).click();
  const saved: Promise<Download> = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  const download = await saved;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The block of the first stake into a network, out of the index. */
async function firstStake(network: string): Promise<{ block: number; member: string }> {
  const { stakes } = await ask<{ stakes: readonly { block: string; member: { id: string } }[] }>(
    "query ($network: String!) { stakes(where: { network: $network }, orderBy: block, first: 1) { block member { id } } }",
    { network },
  );
  const [stake] = stakes;
  if (stake === undefined) throw new Error(`Nobody staked into ${network}.`);
  return { block: Number(stake.block), member: stake.member.id };
}

for (const width of [1440, 360]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width === 360 ? 780 : 940 } });

    test("find, look around, filter, read line by line: all of it is in the link", async ({ page, context }) => {
      await page.goto("/graph");
      await expect(node(page, "Ada Okafor")).toBeVisible();
      const all = await nodes(page).count();

      await page.getByRole("combobox", { name: "Find in the graph" }).fill("ada");
      await page.getByRole("option", { name: /Ada Okafor/ }).click();
      await expect(page.getByRole("heading", { name: "Ada Okafor" })).toBeVisible();
      await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "who owns Ada" });
      await page.getByRole("combobox", { name: "Within" }).selectOption({ label: "one thread" });
      await expect(nodes(page)).toHaveCount(2);
      await expect(page.getByText(`2 of ${all} shown around Ada`)).toBeVisible();
      await page.getByRole("button", { name: "Show everybody" }).click();
      await expect(nodes(page)).toHaveCount(all);

      await page.getByRole("button", { name: "Filter" }).click();
      await expectAccessible(page);
      await page.getByRole("checkbox", { name: "Harbour Collective" }).check();
      await page.getByRole("checkbox", { name: "Wallets without a token" }).uncheck();
      await page.getByRole("combobox", { name: "Holdings of at least" }).selectOption({ label: "5 % of the shares" });
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: "Filter 3 on" })).toBeVisible();
      const filtered = await nodes(page).count();
      expect(filtered).toBeLessThan(all);
      await expectNoSidewaysScroll(page);

      await page.getByRole("button", { name: "Table", exact: true }).click();
      const rows = page.getByRole("table", { name: /Who owns a part of whom/ }).getByRole("row");
      await expect(rows.first()).toBeVisible();
      const narrowed = await rows.count();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      const other = await context.newPage();
      await other.goto(page.url());
      await expect(other.getByRole("table", { name: /Who owns a part of whom/ }).getByRole("row")).toHaveCount(
        narrowed,
      );
      await other.getByRole("button", { name: "Picture" }).click();
      await expect(nodes(other)).toHaveCount(filtered);
      await other.close();
    });

    test("a long table has pages, and what is owned only through others can be folded away", async ({ page }) => {
      await page.goto("/graph?view=table");
      const pager = page.getByRole("navigation", { name: "Pages of the table" });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height).toBeLessThan(3_200);
      const lines = Number(/of ([\d,]+)/.exec((await pager.getByRole("status").textContent()) ?? "")?.[1]);
      await pager.getByRole("button", { name: "Next" }).click();
      await expect(pager.getByRole("status")).toHaveText(`26–50 of ${lines}`);
      expect(page.url()).toContain("page=2");
      await page.getByRole("checkbox", { name: "Also what is owned only through others" }).uncheck();
      const { holdings } = await ask<{ holdings: readonly unknown[] }>(
        '{ holdings(first: 1000, where: { balance_gt: "0" }) { id } }',
      );
      await expect(pager.getByRole("status")).toHaveText(`1–25 of ${holdings.length}`);
    });

    test("the slider shows who owned whom before a stake, and nothing moves", async ({ page }) => {
      const trio = await tokenAddress("TRIO");
      const stake = await firstStake(trio);
      await page.goto(`/graph?node=${trio}`);
      await expect(node(page, "Trio")).toBeVisible();
      const now = await places(page);

      const { timestamp } = await chain.getBlock({ blockNumber: BigInt(stake.block - 1) });
      const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
      await page.goto(`/graph?node=${trio}&block=${stake.block - 1}`);
      const words = `As of ${date.format(Number(timestamp) * 1_000)}, block ${stake.block - 1}`;
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole("button", { name: "Trio, network", exact: true })).toBeVisible();
      for (const [id, place] of await places(page)) expect.soft(place, id).toBe(now.get(id));

      // The next change is the stake itself.
      await page.getByRole("button", { name: "Later change" }).click();
      await expect(page.getByText(`block ${stake.block}`, { exact: false }).first()).toBeVisible();
      await expect(page.getByRole("button", { name: /^Trio, network\. .*Holds / })).toBeVisible();
      const slider = page.getByRole("slider", { name: "Block in time" });
      await slider.focus();
      await page.keyboard.press("ArrowLeft");
      await expect(page.getByText(words)).toBeVisible();
      expect(page.url()).toContain(`block=${stake.block - 1}`);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Now", exact: true }).click();
      await expect(page.getByText(/^Now: /)).toBeVisible();
      expect(page.url()).not.toContain("block=");
    });
  });
}

test("a block that the index does not have is refused with a way out", async ({ page }) => {
  await page.goto("/graph?block=99999999");
  await expect(page.getByText("The index refused the question").first()).toBeVisible();
  await page.getByRole("button", { name: "Show the newest block" }).click();
  await expect(node(page, "Ada Okafor")).toBeVisible();
});

test("the keyboard alone selects, pins and moves; pins and places are there on the next visit", async ({ page }) => {
  await page.goto("/graph");
  await expect(node(page, "Ada Okafor")).toBeVisible();
  const before = await places(page);
  const reached = page.locator("[data-node]:focus");
  for (let press = 0; press < 40 && (await reached.count()) === 0; press++) await page.keyboard.press("Tab");
  await page.keyboard.press("PageDown");
  const id = (await reached.getAttribute("data-node")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.locator(`[data-node="${id}"]`)).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toContain(id);
  for (let press = 0; press < 5; press++) await page.keyboard.press("Shift+ArrowUp");
  await expect(reached).toHaveAccessibleName(/Pinned$/);
  const after = await places(page);
  expect(after.get(id)).not.toBe(before.get(id));
  for (const [other, place] of before) if (other !== id) expect.soft(after.get(other), other).toBe(place);

  await page.reload();
  await expect(page.locator(`[data-node="${id}"]`)).toHaveAccessibleName(/Pinned$/);
  expect(await places(page)).toEqual(after);
  await page.getByRole("button", { name: /^Unpin/ }).click();
  await expect(page.locator(`[data-node="${id}"]`)).not.toHaveAccessibleName(/Pinned$/);
});

test("a node can be moved by dragging it, or by two presses", async ({ page }) => {
  await page.goto(`/graph?node=${await tokenAddress("ADA")}`);
  const ada = node(page, "Ada Okafor");
  const centre = async () => {
    const box = await ada.boundingBox();
    if (!box) throw new Error("Ada is not in the picture.");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await expect(ada).toBeVisible();
  const from = await centre();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y - 40, { steps: 5 });
  await page.mouse.up();
  await expect(ada).toHaveAccessibleName(/Pinned$/);
  const dragged = await centre();
  expect(Math.hypot(dragged.x - from.x - 60, dragged.y - from.y + 40)).toBeLessThan(6);

  await page.getByRole("button", { name: "Move Ada" }).click();
  await expect(page.getByText("Press where Ada should be")).toBeVisible();
  await page.mouse.click(560, 240);
  await expect.poll(async () => Math.round((await centre()).x / 10)).toBe(56);
});

test("what is shown is saved as picture, table and ownership statements, each named by its block", async ({ page }) => {
  const ada = await tokenAddress("ADA");
  await page.goto(`/graph?node=${ada}&depth=1&way=owners`);
  await expect(nodes(page)).toHaveCount(2);
  const block = /block ([\d,]+)/.exec((await page.getByText(/^Now: /).textContent()) ?? "")?.[1]?.replaceAll(",", "");

  const png = await exported(page, /Picture/);
  expect(png.name).toBe(`weft-graph-block-${block}.png`);
  expect(png.content.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(png.content.readUInt32BE(16), "width, twice that of the screen").toBeGreaterThan(1_500);
  expect(png.content.length, "more than an empty ground").toBeGreaterThan(20_000);

  const csv = await exported(page, /CSV/);
  expect(csv.name).toBe(`weft-graph-block-${block}.csv`);
  const [header, ...lines] = csv.content.toString("utf8").trimEnd().split("\r\n");
  expect(header).toContain("shares_wei");
  const kept = lines.map((line) => line.split(",")).find((cells) => cells[1] === ada && cells[3] !== ada);
  expect(kept?.[7]).toBe(block);
  expect(lines.length).toBeGreaterThanOrEqual(2);

  const bods = await exported(page, /BODS/);
  expect(bods.name).toBe(`weft-bods-block-${block}.json`);
  const statements = JSON.parse(bods.content.toString("utf8")) as { recordType: string; recordId: string }[];
  expect(statements.filter(({ recordId }) => recordId.endsWith(`:${ada}`))).toHaveLength(1);
  expect(new Set(statements.map(({ recordType }) => recordType))).toEqual(
    new Set(["entity", "person", "relationship"]),
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`a large graph, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("is painted whole, and what is in focus can be reached by keyboard", async ({ page }) => {
      await answerGraph(page, largeGraph(400, 1_200));
      await page.goto("/graph");
      const canvas = page.locator("canvas[data-picture]");
      await expect
        .poll(() => canvas.evaluate((element) => (element as HTMLCanvasElement).width))
        .toBeGreaterThan(1_000);
      await expect(page.getByText("1,200 threads", { exact: true })).toBeVisible();
      await expect(page.getByText("Laying it out")).toBeHidden();
      await expectAccessible(page);

      await page.getByRole("combobox", { name: "Find in the graph" }).fill("Network 3");
      await page.keyboard.press("Enter");
      const found = node(page, "Network 3");
      await expect(found).toHaveAttribute("aria-pressed", "true");
      await found.focus();
      const walked = page.locator("[data-node]:focus");
      await page.keyboard.press("PageDown");
      await expect(walked).not.toHaveAccessibleName(/^Network 3,/);
      await page.keyboard.press("Enter");
      await expect(walked).toHaveAttribute("aria-pressed", "true");
      await expectAccessible(page);
      // A part of it that is small enough is drawn node by node.
      await page.getByRole("combobox", { name: "Within" }).selectOption({ label: "one thread" });
      await expect(canvas).toHaveCount(0);
      expect(await nodes(page).count()).toBeLessThanOrEqual(120);
    });
  });
}

test("a graph that is too large to be read whole is read around one node, and says so", async ({ page }) => {
  const graph = largeGraph(12_000, 48_000);
  expect(graph.holdings.length).toBeGreaterThan(50_000);
  await answerGraph(page, graph);
  const network = graph.tokens.at(-1);
  if (network === undefined) throw new Error("The made-up graph has no tokens.");
  await page.goto(`/graph?node=${network.id}&depth=1`);
  await expect(page.getByText(`The surroundings of ${network.name}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: network.name, exact: true })).toBeVisible();
  const read = /the ([\d,]+) nearest/;
  const nearest = Number(read.exec((await page.getByText(read).textContent()) ?? "")?.[1]?.replaceAll(",", ""));
  expect(nearest).toBeGreaterThan(10);
  expect(nearest).toBeLessThan(3_000);
  await expectAccessible(page);
});
