import { join } from "node:path";

/** One step of the whole check: a command, where it runs, and what it shows. */
export interface Stage {
  readonly name: string;
  /** Group that `--only` selects. */
  readonly group: "check" | "setup" | "contracts" | "unit" | "web" | "e2e";
  readonly command: readonly string[];
  /** Folder, relative to the root. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, "..");
const bin = (folder: string, name: string): string => join(ROOT, folder, "node_modules", ".bin", name);
const node = (script: string, ...args: string[]): readonly string[] => [process.execPath, script, ...args];
const typecheck = (folder: string): Stage => ({
  name: `types of ${folder}`,
  group: "check",
  command: [bin(".", "tsc"), "-p", folder],
  cwd: ".",
});

/** Every step of `npm test`, in the order in which one needs the other. */
export const STAGES: readonly Stage[] = [
  {
    name: "format and lint",
    group: "check",
    command: [bin(".", "biome"), "ci", "--colors=off", "--error-on-warnings", "."],
    cwd: ".",
  },
  {
    name: "format of Solidity",
    group: "check",
    command: node("contracts/tools/forge.ts", "fmt", "--check"),
    cwd: ".",
  },
  { name: "contracts, subgraph and API types", group: "setup", command: node("devnet/src/cli/setup.ts"), cwd: "." },
  { name: "interfaces match the build", group: "check", command: node("contracts/tools/abis.ts", "--check"), cwd: "." },
  ...["abis", "ownership", "indexer", "subgraph", "devnet", "web", "test", "scripts"].map(typecheck),
  {
    name: "Solidity: unit, fuzz, invariant",
    group: "contracts",
    command: node("contracts/tools/forge.ts", "test"),
    cwd: ".",
    // Gas that changed is an error until the snapshots say that it was meant.
    env: { FORGE_SNAPSHOT_CHECK: "true" },
  },
  {
    name: "every line and branch of the contracts is tested",
    group: "contracts",
    command: node("contracts/tools/coverage.ts"),
    cwd: ".",
  },
  {
    name: "gas table matches the snapshots",
    group: "contracts",
    command: node("contracts/tools/gas-table.ts", "--check"),
    cwd: ".",
  },
  { name: "unit, property and integration", group: "unit", command: [bin(".", "vitest"), "run"], cwd: "." },
  { name: "browser", group: "e2e", command: node("test/src/run-browser-tests.ts"), cwd: "." },
];
