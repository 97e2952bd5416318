// Writes abis/src/*.ts and abis/json/*.json from the forge build. With --check it only compares, and fails on a difference.
// Either way it fails when the two halves of a network would read each other's storage wrongly.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type AbiEntry, readBuildArtifact } from "./build-artifact.ts";
import { layoutDifferences } from "./storage-layout.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const HEADER = "// Made from the contracts' build by `npm run setup -- --abis`. Do not edit.\n";

/** The contract whose code networks run by delegatecall, beside their own. */
const OTHER_HALF = "NetworkAdmission";
const NETWORK = "NetworkToken";

/** Concrete contract, so that inherited errors are in; name of the typed constant; file. */
const CONTRACTS = [
  ["PersonalToken", "personalTokenAbi", "personal-token"],
  [NETWORK, "networkTokenAbi", "network-token"],
  ["NetworkGovernor", "networkGovernorAbi", "network-governor"],
  ["EquityRegistry", "equityRegistryAbi", "equity-registry"],
  ["Settlement", "settlementAbi", "settlement"],
] as const;

/** What is called at a network: all of both halves, but for what stands for the other half or makes either. */
function readNetworkAbi(): readonly AbiEntry[] {
  const entries = [NETWORK, OTHER_HALF].flatMap((contract) => readBuildArtifact(contract).abi);
  const callable = entries.filter(({ type }) => type !== "constructor" && type !== "fallback");
  const seen = new Map(callable.map((entry) => [JSON.stringify(entry), entry]));
  return [...seen.values()];
}

function readAbi(contract: string): readonly AbiEntry[] {
  return contract === NETWORK ? readNetworkAbi() : readBuildArtifact(contract).abi;
}

function filesToWrite(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [contract, constant, name] of CONTRACTS) {
    const json = JSON.stringify(readAbi(contract), null, 2);
    files.set(`abis/src/${name}.ts`, `${HEADER}export const ${constant} = ${json} as const;\n`);
    files.set(`abis/json/${contract}.json`, `${json}\n`);
  }
  const exports = CONTRACTS.map(([, constant, name]) => `export { ${constant} } from "./${name}.ts";\n`);
  files.set("abis/src/index.ts", `${HEADER}${exports.join("")}export type { Deployment } from "./deployment.ts";\n`);
  return files;
}

/** Tells of each variable that the halves of a network place differently; returns how many. */
function compareHalves(): number {
  const differences = layoutDifferences(
    readBuildArtifact(NETWORK).storageLayout,
    readBuildArtifact(OTHER_HALF).storageLayout,
  );
  for (const difference of differences) {
    console.error(`${OTHER_HALF} and ${NETWORK} share their storage, but place it differently: ${difference}.`);
  }
  return differences.length;
}

/** Writes, or with `check` only tells of, what differs from the build; returns how many files that were. */
function writeFiles(check: boolean): number {
  let different = 0;
  for (const [path, content] of filesToWrite()) {
    const file = join(ROOT, path);
    if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
    different += 1;
    if (check) {
      console.error(`${path} differs from the contracts' build.`);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`Wrote ${path}`);
  }
  return different;
}

const check = process.argv.includes("--check");
const different = writeFiles(check);
if (compareHalves() > 0 || (check && different > 0)) process.exitCode = 1;
