import { parseArgs } from "node:util";

/** Where a build goes. */
export interface DeployOptions {
  /** Chain whose deployment is indexed. */
  readonly chainId: string;
  /** File with that deployment's addresses; `abis/deployments/<chain id>.json` if not said. */
  readonly addresses: string | undefined;
  /** Name of the subgraph at the node, or its slug in the studio. */
  readonly name: string;
  /** Admin endpoint of a graph node; The Graph's studio if not said. */
  readonly node: string | undefined;
  /** API of the IPFS node from which that graph node reads; The Graph's if not said. */
  readonly ipfs: string | undefined;
  readonly versionLabel: string;
  readonly deployKey: string | undefined;
}

export const USAGE = `Builds the subgraph for one chain and deploys it to a graph node or to The Graph's studio.

  npm run deploy-subgraph -- --chain <id> --node <url> --ipfs <url>
  npm run deploy-subgraph -- --chain <id> --name <slug> --deploy-key <key>

  --chain <id>            chain of the deployment; its graph node name is in subgraph/networks.json
  --addresses <file>      addresses of the deployment (default: abis/deployments/<id>.json)
  --name <name>           name at the node, or slug in the studio (default: weft)
  --node <url>            admin endpoint of a graph node, such as http://127.0.0.1:8020 (default: the studio)
  --ipfs <url>            API of the IPFS node that it reads, such as http://127.0.0.1:5001
  --version-label <text>  label of this version (default: v and the subgraph's version)
  --deploy-key <key>      key of the studio, or token of the node (or GRAPH_DEPLOY_KEY)
  --help                  this text`;

/**
 * Reads the command line; undefined when it asks for help.
 *
 * @throws Error that says which flag is wrong, its value and what it must be.
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): DeployOptions | undefined {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      chain: text,
      addresses: text,
      name: text,
      node: text,
      ipfs: text,
      "version-label": text,
      "deploy-key": text,
      help: { type: "boolean" },
    },
  });
  if (values.help) return undefined;
  const chainId = values.chain;
  if (chainId === undefined) throw new Error("--chain is missing: say the id of the chain, such as 8453.");
  if (!/^[1-9]\d*$/.test(chainId)) throw new Error(`--chain is "${chainId}". It must be a chain id, such as 8453.`);
  const node = urlOf("--node", values.node);
  const ipfs = urlOf("--ipfs", values.ipfs);
  if (node !== undefined && ipfs === undefined) {
    throw new Error("--ipfs is missing: say which IPFS node the graph node reads, such as http://127.0.0.1:5001.");
  }
  return {
    chainId,
    addresses: values.addresses,
    name: nameOf(values.name ?? "weft"),
    node,
    ipfs,
    versionLabel: values["version-label"] ?? `v${version}`,
    deployKey: values["deploy-key"] ?? env.GRAPH_DEPLOY_KEY,
  };
}

function urlOf(flag: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:/.test(value)) return value;
  throw new Error(`${flag} is "${value}". It must be a URL with http or https.`);
}

function nameOf(name: string): string {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_-]*(\/[a-zA-Z0-9][a-zA-Z0-9_-]*)?$/.test(name)) return name;
  throw new Error(`--name is "${name}". It must be of letters, digits, "-" and "_", with at most one "/" between.`);
}
