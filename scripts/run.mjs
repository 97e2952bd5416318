// The one way in: `npm start`, `npm test` and the others land here, on whatever Node.js the host has.
// It installs what is missing, then runs the command on the pinned Node.js. Plain JavaScript, no dependency: nothing is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const STAMP = join(ROOT, "node_modules", ".weft-install");
const PINNED_NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const OLDEST_NODE = [20, 18, 1];

/** What each command runs, on the pinned Node.js. */
const COMMANDS = {
  start: ["devnet/src/cli/start.ts"],
  setup: ["devnet/src/cli/setup.ts"],
  test: ["scripts/test.ts"],
  check: ["scripts/test.ts", "--only", "check"],
  bench: ["scripts/bench.ts"],
  format: ["scripts/format.ts"],
  "deploy-subgraph": ["subgraph/tools/deploy/deploy.ts"],
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkHost() {
  const have = process.versions.node.split(".").map(Number);
  const difference = OLDEST_NODE.map((part, i) => (have[i] ?? 0) - part).find((d) => d !== 0) ?? 0;
  if (difference < 0) {
    fail(
      `Weft needs Node.js ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}. Install a newer one.`,
    );
  }
}

/** Changes whenever the dependencies may have: lock file, workspace and every package's manifest. */
function dependenciesHash() {
  const workspace = readFileSync(join(ROOT, "pnpm-workspace.yaml"), "utf8");
  const packages = [...workspace.matchAll(/^ {2}- ([a-z]+)$/gm)].map((match) => join(match[1], "package.json"));
  const hash = createHash("sha256").update(process.platform).update(process.arch);
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages]) {
    const path = join(ROOT, file);
    if (existsSync(path)) hash.update(file).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function installDependencies() {
  const wanted = dependenciesHash();
  if (existsSync(PINNED_NODE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  const manager = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).packageManager;
  console.log(`Installing dependencies with ${manager} …`);
  const result = spawnSync("npx", ["--yes", manager, "install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.error) fail(`Could not run npx, which comes with Node.js: ${result.error.message}`);
  if (result.status !== 0)
    fail("The dependencies could not be installed; the reason stands above. Mend it and run again.");
  if (!existsSync(PINNED_NODE))
    fail(`The pinned Node.js is missing at ${PINNED_NODE}. Remove node_modules and run again.`);
  writeFileSync(STAMP, wanted);
}

/** Runs the command and passes signals on; ends as the command ends. */
function run(script, args) {
  const child = spawn(PINNED_NODE, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${join(ROOT, "node_modules", ".bin")}:${dirname(PINNED_NODE)}:${process.env.PATH ?? ""}`,
    },
  });
  // A terminal sends Ctrl-C to the child too, a process manager only to this: pass it on either way, and stay until the child
  // has put everything away.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`Could not run ${script}: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

checkHost();
const [command = "", ...rest] = process.argv.slice(2);
const target = COMMANDS[command];
if (target === undefined) fail(`Unknown command "${command}". Known: ${Object.keys(COMMANDS).join(", ")}.`);
installDependencies();
run(target[0], [...target.slice(1), ...rest]);
