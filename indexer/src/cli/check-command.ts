import { checkBuild } from "../deployment/check-build.ts";
import { CheckError } from "./check-error.ts";
import { readConfig } from "./config/read-config.ts";
import { UsageError } from "./usage-error.ts";

/** Help of `weft-indexer check`. */
export const CHECK_HELP = `Usage: weft-indexer check <subgraph.yaml>

Reads a subgraph that graph build wrote and everything it names, compiles it, and tells what it is and what would fail here,
without running it. Ends with 1 when something would.
`;

/** `weft-indexer check`. @throws UsageError on a wrong command line; CheckError, ManifestError or SchemaError when the build is wrong. */
export async function checkCommand(args: readonly string[]): Promise<void> {
  const { positionals } = readConfig({}, args, {});
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError("Name one subgraph.yaml to check.");
  const { facts, problems } = await checkBuild(path);
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  process.stdout.write(`${facts.map(([name, text]) => `${name.padEnd(width)}${text}`).join("\n")}\n`);
  if (problems.length > 0) throw new CheckError(problems.join("\n"));
}
