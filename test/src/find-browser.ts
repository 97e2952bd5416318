import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Names under which distributions install Chromium or Chrome. */
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

function playwrightsOwn(): string | undefined {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`Installing a browser: ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** On Debian as root, the distribution's own Chromium; elsewhere Playwright's. */
function install(): void {
  const debian = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (debian && run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "chromium"])) return;
  run(process.execPath, [
    join(import.meta.dirname, "..", "node_modules", "@playwright", "test", "cli.js"),
    "install",
    "chromium",
  ]);
}

/**
 * Path of a Chromium to test with: `CHROMIUM_PATH`, then one on the PATH, then Playwright's own; installs one when there is none.
 * @throws when `CHROMIUM_PATH` names no file, or when no browser could be installed.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(
      `CHROMIUM_PATH is ${named}, but there is no such file. Correct it, or unset it to have a browser found.`,
    );
  }
  const found = onPath() ?? playwrightsOwn();
  if (found !== undefined) return found;
  install();
  const installed = onPath() ?? playwrightsOwn();
  if (installed === undefined) {
    throw new Error(
      "No Chromium was found, and none could be installed. Install one and set CHROMIUM_PATH to its path.",
    );
  }
  return installed;
}
