// Starts the whole stack on free ports, runs the browser tests against it, and puts it away.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Stack, startStack } from "@weft/devnet";
import { findBrowser } from "./find-browser.ts";

const FOLDER = join(import.meta.dirname, "..");

/** Playwright's command line, by file: run on the same Node.js as this. */
const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")), "cli.js");

function runPlaywright(stack: Stack, browser: string): Promise<number> {
  const env = {
    ...process.env,
    WEFT_RPC_URL: stack.rpcUrl,
    WEFT_GRAPHQL_URL: stack.graphqlUrl,
    WEFT_WEB_URL: stack.webUrl,
    WEFT_BROWSER: browser,
  };
  const child = spawn(process.execPath, [PLAYWRIGHT, "test", ...process.argv.slice(2)], {
    cwd: FOLDER,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

const browser = findBrowser();
const stack = await startStack({
  web: true,
  story: "full",
  onProgress: ({ stage, state, detail }) => {
    if (state === "done") console.log(`${stage} ready${detail === undefined ? "" : `: ${detail}`}`);
  },
});
try {
  process.exitCode = await runPlaywright(stack, browser);
} finally {
  await stack.close();
}
