// Builds the subgraph for one chain and deploys it: `npm run deploy-subgraph -- --help`.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readFacts } from "../manifest-facts.ts";
import { writeManifest } from "../write-manifest.ts";
import { createName } from "./create-name.ts";
import { type DeployOptions, readOptions, USAGE } from "./read-options.ts";

const SUBGRAPH = join(import.meta.dirname, "..", "..");

/** Runs graph-cli in the subgraph's folder, on this terminal. @throws Error when it fails; it has said why. */
function graph(args: readonly string[]): void {
  const tool = join(SUBGRAPH, "node_modules", ".bin", "graph");
  const { status, error } = spawnSync(tool, args, { cwd: SUBGRAPH, stdio: "inherit" });
  if (error) throw new Error(`graph-cli did not start: ${error.message}. Run \`npm run setup\`.`);
  if (status !== 0) throw new Error(`\`graph ${args[0]}\` failed; the reason stands above.`);
}

async function deploy(options: DeployOptions): Promise<void> {
  const { chainId, addresses, name, node, ipfs, versionLabel, deployKey } = options;
  // A manifest and a folder of its own: what `npm start` built for the local chain stays as it is.
  const manifest = `subgraph.${chainId}.yaml`;
  writeManifest(manifest, readFacts(chainId, addresses));
  try {
    if (node !== undefined) await createName(node, name, deployKey);
    graph(["codegen", manifest]);
    const place = ["--version-label", versionLabel, "--output-dir", `build/${chainId}`];
    if (node !== undefined) place.push("--node", node);
    if (ipfs !== undefined) place.push("--ipfs", ipfs);
    if (deployKey !== undefined) place.push("--deploy-key", deployKey);
    graph(["deploy", name, manifest, ...place]);
  } finally {
    rmSync(join(SUBGRAPH, manifest), { force: true });
  }
}

try {
  const { version } = JSON.parse(readFileSync(join(SUBGRAPH, "package.json"), "utf8"));
  const options = readOptions(process.argv.slice(2), process.env, version);
  if (options === undefined) console.log(USAGE);
  else await deploy(options);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
