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
  const { block } = deployment;
  if (String(deployment.chainId) !== chainId) {
    throw new Error(`${file} is of chain ${deployment.chainId}, not of ${chainId}.`);
  }
  if (!Number.isSafeInteger(block) || (block as number) < 0) {
    throw new Error(`"block" in ${file} is ${JSON.stringify(block)}. It must be the registry's block number.`);
  }
  const [registry, settlement] = [addressIn(file, deployment, "registry"), addressIn(file, deployment, "settlement")];
  return { network, registry, settlement, startBlock: block as number };
}

function addressIn(file: string, deployment: Readonly<Record<string, unknown>>, name: string): `0x${string}` {
  const address = deployment[name];
  if (typeof address === "string" && /^0x[0-9a-fA-F]{40}$/.test(address)) return address as `0x${string}`;
  throw new Error(`"${name}" in ${file} is ${JSON.stringify(address)}. It must be an address.`);
}

/**
 * The same for a build. The local chain is deployed anew at every start, and the contracts' places are then put into the
 * built manifest: the build is of the zero address, so that it depends on sources alone.
 */
export function readBuildFacts(chainId: string): ManifestFacts {
  if (chainId !== LOCAL_CHAIN) return readFacts(chainId);
  const nowhere = "0x0000000000000000000000000000000000000000";
  return { network: networkOf(chainId), registry: nowhere, settlement: nowhere, startBlock: 0 };
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
