// How smoothly a graph of 5,000 nodes and 20,000 threads can be panned, against others drawing the same in the same run.
//   npm run bench -- graph
import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { serveWeb } from "@weft/devnet";
import { findBrowser } from "../src/find-browser.ts";
import { drawingOf } from "./drawing-of.ts";
import { largeGraph } from "./large-graph.ts";
import { type Pan, panFor } from "./pan.ts";
import { serveIndex } from "./serve-index.ts";

const NODES = 5_000;
const THREADS = 20_000;
const ROUNDS = 3;
const WINDOW = { width: 1440, height: 900 };
const PEERS = ["sigma", "cytoscape", "d3-svg"] as const;
const PEER = join(import.meta.dirname, "peer");
const ROOT = join(import.meta.dirname, "..", "..");
const PNPM = "pnpm@10.34.8";

/** What one contender did in one round: milliseconds until something was drawn, and how it panned. */
type Result = Pan & { readonly name: string; readonly first: number };

/** The dApp, built and opened as by a first visitor: reading, laying out and drawing count. */
async function measureWeft(browser: Browser, url: string): Promise<Result> {
  const page = await browser.newPage({ viewport: WINDOW });
  const began = performance.now();
  await page.goto(`${url}/graph`, { waitUntil: "commit" });
  await page.waitForFunction(
    () => (document.querySelector<HTMLCanvasElement>("canvas[data-picture]")?.width ?? 0) > 600,
    null,
    {
      timeout: 300_000,
    },
  );
  const first = performance.now() - began;
  await page.getByText("Laying it out").waitFor({ state: "hidden", timeout: 300_000 });
  const pan = await panFor(page, { x: 520, y: 500 });
  await page.close();
  return { name: "weft", first, ...pan };
}

/** A peer, given the places: what it reads or lays out does not count. */
async function measurePeer(browser: Browser, name: string, drawing: unknown): Promise<Result> {
  const page: Page = await browser.newPage({ viewport: WINDOW });
  await page.setContent("<!doctype html><body style='margin:0;width:100vw;height:100vh;overflow:hidden'></body>");
  await page.addScriptTag({ path: join(PEER, "dist", `${name}.js`) });
  const first = await page.evaluate(async (given) => {
    const began = performance.now();
    await (globalThis as unknown as { drawPeer(drawing: unknown): Promise<void> }).drawPeer(given);
    return performance.now() - began;
  }, drawing);
  const pan = await panFor(page, { x: 700, y: 450 });
  await page.close();
  return { name, first, ...pan };
}

function preparePeers(): void {
  if (!existsSync(join(PEER, "node_modules", "sigma"))) {
    const install = ["install", "--frozen-lockfile", "--ignore-workspace", "--reporter=silent"];
    execFileSync("npx", ["--yes", PNPM, ...install], { cwd: PEER, stdio: "pipe" });
  }
  const sources = PEERS.map((name) => `src/${name}.js`);
  execFileSync(
    join(PEER, "node_modules", ".bin", "esbuild"),
    [...sources, "--bundle", "--outdir=dist", "--log-level=error"],
    {
      cwd: PEER,
    },
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(results: readonly Result[]): void {
  const names = [...new Set(results.map(({ name }) => name))];
  const of = (name: string, pick: (result: Result) => number) =>
    median(results.filter((result) => result.name === name).map(pick));
  const ours = of("weft", ({ fps }) => fps);
  const line = (...cells: readonly string[]) => console.log(cells.map((cell) => cell.padStart(14)).join(""));
  line("", "first ms", "frames/s", "95 % in ms", "weft/peer");
  for (const name of names) {
    const fps = of(name, (result) => result.fps);
    const cells = [of(name, ({ first }) => first), fps, of(name, ({ slow }) => slow)].map((value) => value.toFixed(1));
    line(name, ...cells, name === "weft" ? "" : (ours / fps).toFixed(1));
  }
}

const graph = largeGraph(NODES, THREADS);
const index = await serveIndex(graph);
const outDir = join(".weft", `bench-graph-${process.pid}`);
const web = await serveWeb({ rpcUrl: index.rpcUrl, graphqlUrl: index.graphqlUrl, port: 0, outDir });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  preparePeers();
  const drawing = drawingOf(graph);
  const results: Result[] = [];
  console.log(
    `${NODES} nodes, ${THREADS} threads, no graphics card, ${WINDOW.width} × ${WINDOW.height}, median of ${ROUNDS} rounds`,
  );
  for (let round = 0; round < ROUNDS; round++) {
    results.push(await measureWeft(browser, web.url));
    for (const name of PEERS) results.push(await measurePeer(browser, name, drawing));
  }
  print(results);
} finally {
  await browser.close();
  await web.close();
  await index.close();
  rmSync(join(ROOT, outDir), { recursive: true, force: true });
}
