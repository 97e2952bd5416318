import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { fromRunner } from "./src/from-runner.ts";
import { orderOfFiles } from "./src/order-of-files.ts";

const FOLDER = "./browser";
const order = process.env.FILES;

export default defineConfig({
  testDir: FOLDER,
  // Projects keep their order.
  ...(order && {
    projects: orderOfFiles(join(import.meta.dirname, FOLDER), order).map((testMatch) => ({ testMatch })),
  }),
  outputDir: fromRunner("WEFT_RESULTS"),
  preserveOutput: "failures-only",
  reporter: [["list"]],
  // One chain, which each test finds as it was prepared: tests run one after another.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // A journey walks through many pages; a machine that is busy otherwise takes its time.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 940 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: fromRunner("WEFT_BROWSER"),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
