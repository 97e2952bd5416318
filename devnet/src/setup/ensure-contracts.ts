import { fromRoot } from "../paths.ts";
import { runCommand } from "../process/run-command.ts";
import { fingerprint } from "./fingerprint.ts";
import { makeIfStale } from "./make-if-stale.ts";

const SOURCES = [
  "contracts/src",
  "contracts/local",
  "contracts/foundry.toml",
  "contracts/remappings.txt",
  "contracts/package.json",
];

/** Builds the contracts if their sources changed. Tells whether it built. */
export async function ensureContracts(signal?: AbortSignal): Promise<boolean> {
  return makeIfStale({
    folder: "contracts/out",
    name: "contracts",
    fingerprint: await fingerprint(SOURCES),
    // Tests are compiled when they are run.
    make: () =>
      runCommand({
        command: process.execPath,
        args: [fromRoot("contracts/tools/forge.ts"), "build", "--skip", "test/**"],
        cwd: fromRoot("contracts"),
        signal,
      }),
  });
}
