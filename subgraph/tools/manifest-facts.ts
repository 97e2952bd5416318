import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ManifestFacts } from "./render-manifest.ts";

/** The chain that `npm start` runs. */
export const LOCAL_CHAIN = "31337";

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const NETWORKS = here("networks.json");

/** File with the addresses of the deployment on a chain. */
const deploymentFile = (chainId: string) => here(`../abis/deployments/${chainId}.json`);

/**
 * What the manifest says about the deployment on `chainId`: its name out of networks.json, its addresses out of `file`,
 * which is `abis/deployments/<chain id>.json` if not given.
 *
 * @throws Error when the chain has no name, or the file is missing or says something else.
 */
export function readFacts(chainId: string, file: string = deploymentFile(chainId)): ManifestFacts {
  const network = networkOf(chainId);
  if (!existsSync(file)) throw new Error(`${file} is missing. Deploy the protocol to ${network} first.`);
  const deployment = readJson(file);
  const { registry, block } = deployment;
  if (String(deployment.chainId) !== chainId) {
    throw new Error(`${file} is of chain ${deployment.chainId}, not of ${chainId}.`);
  }
  if (typeof registry !== "string" || !/^0x[0-9a-fA-F]{40}$/.test(registry)) {
    throw new Error(`"registry" in ${file} is ${JSON.stringify(registry)}. It must be an address.`);
  }
  if (!Number.isSafeInteger(block) || (block as number) < 0) {
    throw new Error(`"block" in ${file} is ${JSON.stringify(block)}. It must be the registry's block number.`);
  }
  return { network, registry: registry as `0x${string}`, startBlock: block as number };
}

/**
 * The same for a build. The local chain is deployed anew at every start, and the registry's place is then put into the
 * built manifest: the build is of the zero address, so that it depends on sources alone.
 */
export function readBuildFacts(chainId: string): ManifestFacts {
  if (chainId !== LOCAL_CHAIN) return readFacts(chainId);
  return { network: networkOf(chainId), registry: "0x0000000000000000000000000000000000000000", startBlock: 0 };
}

function networkOf(chainId: string): string {
  const network = readJson(NETWORKS)[chainId];
  if (typeof network === "string") return network;
  throw new Error(`Chain "${chainId}" has no name in subgraph/networks.json. Add the one that graph nodes give it.`);
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}
