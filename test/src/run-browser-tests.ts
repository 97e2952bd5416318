// Runs the browser tests on prepared stacks and puts these away. Arguments are Playwright's:
//   node test/src/run-browser-tests.ts votes.spec.ts -g "apply"
// FILES=reversed, or FILES=<any number> for a shuffle by that seed, changes the order of the files.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findBrowser } from "./find-browser.ts";
import { createPreparedStacks } from "./stacks/prepared-stacks.ts";
import { serveStacks } from "./stacks/serve-stacks.ts";

const FOLDER = join(import.meta.dirname, "..");

/** Playwright's command line, by file: run on the same Node.js as this. */
const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")), "cli.js");

function runPlaywright(env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, [PLAYWRIGHT, "test", ...process.argv.slice(2)], {
    cwd: FOLDER,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  // A terminal's Ctrl-C reaches Playwright by itself. Once that has ended, the stacks are put away here.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Removes the folder of what failures left, or says where it is if there is something in it. */
async function putAway(results: string): Promise<void> {
  const left = await readdir(results, { withFileTypes: true });
  if (left.some((entry) => entry.isDirectory())) {
    console.log(`\nPictures and traces of what failed: ${results}`);
    console.log("A trace is opened by `test/node_modules/.bin/playwright show-trace <trace.zip>`.");
  } else await rm(results, { recursive: true });
}

const stacks = createPreparedStacks();
const server = await serveStacks(stacks);
const results = await mkdtemp(join(tmpdir(), "weft-browser-tests-"));
try {
  process.exitCode = await runPlaywright({
    WEFT_STACKS_URL: server.url,
    WEFT_BROWSER: findBrowser(),
    WEFT_RESULTS: results,
  });
} finally {
  await server.close();
  await stacks.close();
  await putAway(results);
}
