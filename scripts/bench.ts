// Measures speed and memory; never a test, since machines are noisy.
//   npm run bench                  everything
//   npm run bench -- ownership     one part
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "..");

/** Scripts of each part, from the root. */
const BENCHMARKS: Readonly<Record<string, readonly string[]>> = {
  graph: ["test/bench/graph.ts"],
  indexer: ["indexer/bench/indexer.ts"],
  "indexer-growth": ["indexer/bench/indexer-growth.ts"],
  ownership: ["ownership/bench/look-through.ts", "ownership/bench/planning.ts"],
};

const { positionals } = parseArgs({ allowPositionals: true });
const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
for (const name of names) {
  const scripts = BENCHMARKS[name];
  if (scripts === undefined) {
    console.error(`No benchmark is called "${name}". There are: ${Object.keys(BENCHMARKS).join(", ")}.`);
    process.exitCode = 1;
    continue;
  }
  console.log(`\n── ${name}`);
  for (const script of scripts) {
    const { status } = spawnSync(process.execPath, ["--expose-gc", join(ROOT, script)], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}
