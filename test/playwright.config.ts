import { defineConfig } from "@playwright/test";

/** Set by `run-browser-tests.ts`, which starts the stack. */
function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    throw new Error(
      `${name} is not set: run the browser tests with \`npm test -- --only e2e\`, which starts what they need.`,
    );
  }
  return value;
}

export default defineConfig({
  testDir: "./browser",
  outputDir: "./test-results",
  reporter: [["list"]],
  // One stack, one chain: tests run one after another.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // A journey walks through many pages; a machine that is busy otherwise takes its time.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    baseURL: fromEnvironment("WEFT_WEB_URL"),
    viewport: { width: 1440, height: 940 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: fromEnvironment("WEFT_BROWSER"),
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
