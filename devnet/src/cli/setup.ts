// `npm run setup`: builds what is stale and says what it did. `--abis` also writes the contracts' interfaces to abis/.
import { DevnetError } from "../errors.ts";
import { fromRoot } from "../paths.ts";
import { runCommand } from "../process/run-command.ts";
import { ensureApiTypes } from "../setup/ensure-api-types.ts";
import { ensureContracts } from "../setup/ensure-contracts.ts";
import { ensureSubgraph } from "../setup/ensure-subgraph.ts";

async function step(name: string, ensure: () => Promise<boolean>): Promise<void> {
  const begin = performance.now();
  const made = await ensure();
  if (made) console.log(`${name}: built in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

try {
  await step("Contracts", ensureContracts);
  if (process.argv.includes("--abis")) {
    await runCommand({ command: process.execPath, args: ["tools/abis.ts"], cwd: fromRoot("contracts") });
  }
  await step("Subgraph", ensureSubgraph);
  await step("API types", ensureApiTypes);
} catch (error) {
  console.error(error instanceof DevnetError ? error.message : ((error as Error).stack ?? error));
  process.exitCode = 1;
}
