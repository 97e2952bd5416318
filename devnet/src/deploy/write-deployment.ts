import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Deployment } from "@weft/abis";
import { fromRoot } from "../paths.ts";

/** Writes `abis/deployments/<chain id>.json`, from which the dApp and the subgraph's build know the addresses. */
export async function writeDeployment(deployment: Deployment): Promise<string> {
  const path = fromRoot("abis", "deployments", `${deployment.chainId}.json`);
  const text = `${JSON.stringify(deployment, null, 2)}\n`;
  // A file that does not change is not touched: builds and servers watch it.
  if ((await readFile(path, "utf8").catch(() => "")) === text) return path;
  await mkdir(dirname(path), { recursive: true });
  // In one move: whoever reads meanwhile sees the old file or the new one.
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
  return path;
}
