// Runs every step of the check, shows how long each took, and fails when one did.
//   npm test                     everything
//   npm test -- --only unit      one group: check, setup, contracts, unit, web or e2e
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { STAGES, type Stage } from "./stages.ts";

const ROOT = join(import.meta.dirname, "..");

/** Runs one stage with its output shown; resolves to whether it passed. */
function runStage(stage: Stage): Promise<boolean> {
  const [command = "", ...args] = stage.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: join(ROOT, stage.cwd),
      env: { ...process.env, ...stage.env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", (error) => {
      console.error(`Could not run ${command}: ${error.message}`);
      resolve(false);
    });
    child.on("exit", (code) => resolve(code === 0));
  });
}

function selectStages(only: string | undefined): readonly Stage[] {
  if (only === undefined) return STAGES;
  const stages = STAGES.filter((stage) => stage.group === only);
  if (stages.length > 0) return stages;
  const groups = [...new Set(STAGES.map((stage) => stage.group))].join(", ");
  throw new Error(`--only ${only}: no such group. Groups: ${groups}.`);
}

const { values } = parseArgs({ options: { only: { type: "string" } } });
const stages = selectStages(values.only);
const failed: string[] = [];
const begin = performance.now();
for (const [index, stage] of stages.entries()) {
  console.log(`\n── ${index + 1}/${stages.length} ${stage.name}`);
  const start = performance.now();
  const passed = await runStage(stage);
  if (!passed) failed.push(stage.name);
  console.log(
    `── ${stage.name}: ${passed ? "passed" : "FAILED"} in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
}
const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
if (failed.length > 0) console.error(`\nFailed: ${failed.join("; ")}.`);
console.log(
  `\nAll of it took ${minutes} minutes. Steps:\n${stages.length - failed.length} passed, ${failed.length} failed`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
