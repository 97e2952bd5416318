// Writes subgraph.yaml for one chain: `node tools/prepare.ts [<chain id>]`, 31337 if none is given.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type ManifestFacts, renderManifest } from "./render-manifest.ts";

const LOCAL_CHAIN = "31337";

const here = (path: string) => new URL(`../${path}`, import.meta.url);
const readJson = (url: URL) => JSON.parse(readFileSync(url, "utf8"));

/**
 * What the manifest says about the deployment on `chainId`. The local chain is deployed anew at every start, and the
 * registry's place is then put into the built manifest; until there is one, the zero address stands for it.
 */
function factsOf(chainId: string): ManifestFacts {
  const network: string | undefined = readJson(here("networks.json"))[chainId];
  if (network === undefined) throw new Error(`Chain ${chainId} has no name in subgraph/networks.json. Add it there.`);
  const file = here(`../abis/deployments/${chainId}.json`);
  if (existsSync(file)) {
    const { registry, block } = readJson(file);
    return { network, registry, startBlock: block };
  }
  if (chainId !== LOCAL_CHAIN)
    throw new Error(`abis/deployments/${chainId}.json is missing. Deploy to ${network} first.`);
  return { network, registry: "0x0000000000000000000000000000000000000000", startBlock: 0 };
}

const template = readFileSync(here("subgraph.template.yaml"), "utf8");
writeFileSync(here("subgraph.yaml"), renderManifest(template, factsOf(process.argv[2] ?? LOCAL_CHAIN)));
