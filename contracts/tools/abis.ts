// Writes abis/src/*.ts and abis/json/*.json from the forge build. With --check it only compares, and fails on a difference.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const HEADER = "// Made from the contracts' build by `npm run setup -- --abis`. Do not edit.\n";

/** Concrete contract, so that inherited errors are in; name of the typed constant; file. */
const CONTRACTS = [
  ["PersonalToken", "personalTokenAbi", "personal-token"],
  ["NetworkToken", "networkTokenAbi", "network-token"],
  ["EquityRegistry", "equityRegistryAbi", "equity-registry"],
  ["Settlement", "settlementAbi", "settlement"],
] as const;

interface Artifact {
  readonly abi: readonly unknown[];
}

function readAbi(contract: string): readonly unknown[] {
  const file = join(ROOT, "contracts", "out", `${contract}.sol`, `${contract}.json`);
  if (!existsSync(file))
    throw new Error(`No build of ${contract} at ${file}: run \`forge build\` in contracts/ first.`);
  return (JSON.parse(readFileSync(file, "utf8")) as Artifact).abi;
}

function filesToWrite(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [contract, constant, name] of CONTRACTS) {
    const abi = readAbi(contract);
    const json = JSON.stringify(abi, null, 2);
    files.set(`abis/src/${name}.ts`, `${HEADER}export const ${constant} = ${json} as const;\n`);
    files.set(`abis/json/${contract}.json`, `${json}\n`);
  }
  const exports = CONTRACTS.map(([, constant, name]) => `export { ${constant} } from "./${name}.ts";\n`);
  files.set("abis/src/index.ts", `${HEADER}${exports.join("")}export type { Deployment } from "./deployment.ts";\n`);
  return files;
}

const check = process.argv.includes("--check");
let different = 0;
for (const [path, content] of filesToWrite()) {
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
  different += 1;
  if (check) {
    console.error(`${path} differs from the contracts' build.`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`Wrote ${path}`);
  }
}
if (check && different > 0) process.exitCode = 1;
