import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { compileContracts } from "./compile-contracts.ts";

const run = promisify(execFile);

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GRAPH = fileURLToPath(new URL("../../node_modules/.bin/graph", import.meta.url));

/** Path of the built manifest of a test subgraph. */
export function builtManifest(name: string): string {
  return join(ROOT, name, "build", "subgraph.yaml");
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}

async function isFresh(folder: string): Promise<boolean> {
  const built = join(folder, "build", "subgraph.yaml");
  if (!existsSync(built)) return false;
  const sources = [join(folder, "src"), join(ROOT, "contracts")];
  const files = [join(folder, "schema.graphql"), join(folder, "subgraph.yaml")];
  const times = await Promise.all([...sources.map(newest), ...files.map(async (file) => (await stat(file)).mtimeMs)]);
  return Math.max(...times) < (await stat(built)).mtimeMs;
}

async function build(folder: string): Promise<void> {
  await mkdir(join(folder, "abis"), { recursive: true });
  for (const [name, contract] of compileContracts()) {
    await writeFile(join(folder, "abis", `${name}.json`), JSON.stringify(contract.abi));
  }
  for (const command of ["codegen", "build"]) await run(GRAPH, [command], { cwd: folder });
}

/** Builds every test subgraph with the real `graph codegen` and `graph build`, unless its build is newer than its sources. */
export async function setup(): Promise<void> {
  const entries = await readdir(ROOT, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(ROOT, entry.name));
  for (const folder of folders) {
    if (existsSync(join(folder, "subgraph.yaml")) && !(await isFresh(folder))) await build(folder);
  }
}
