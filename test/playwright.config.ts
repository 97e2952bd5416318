import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { fromRunner } from "./src/from-runner.ts";
import { orderOfFiles } from "./src/order-of-files.ts";
import { projectsOf } from "./src/views.ts";

const FOLDER = "./browser";
const order = process.env.FILES;

export default defineConfig({
  testDir: FOLDER,
  projects: projectsOf(order ? orderOfFiles(join(import.meta.dirname, FOLDER), order) : undefined),
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
