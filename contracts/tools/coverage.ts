// Measures which lines and branches of src the Solidity tests reach, and fails where one is neither reached nor
// explained in place: by a comment that begins with "Uncovered:" on that line or right above it.
//   node contracts/tools/coverage.ts
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findForge } from "./forge.ts";

const CONTRACTS = join(import.meta.dirname, "..");

interface Gap {
  readonly file: string;
  readonly line: number;
  readonly what: "line" | "branch";
}

/** Runs the tests once, without figures of gas and size, which hold for optimized code, and without the long random runs. */
function measure(folder: string): string {
  const report = join(folder, "lcov.info");
  const args = [
    "coverage",
    "--report",
    "lcov",
    "--report-file",
    report,
    "--no-match-path",
    "test/{gas/**,invariant/**,Sizes.t.sol}",
  ];
  const env = { ...process.env, FOUNDRY_OUT: join(folder, "out"), FOUNDRY_CACHE_PATH: join(folder, "cache") };
  const run = spawnSync(findForge(), args, { cwd: CONTRACTS, env, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  if (run.status !== 0)
    throw new Error(`forge coverage failed:\n${run.stdout.slice(-4000)}\n${run.stderr.slice(-4000)}`);
  return readFileSync(report, "utf8");
}

/** What no test reached, by the report. */
function gapsIn(report: string): { readonly gaps: readonly Gap[]; readonly reached: number } {
  const gaps: Gap[] = [];
  let file = "";
  let reached = 0;
  for (const row of report.split("\n")) {
    if (row.startsWith("SF:")) file = row.slice(3);
    const line = /^DA:(\d+),(\d+)/.exec(row);
    const branch = /^BRDA:(\d+),\d+,\d+,(\d+|-)/.exec(row);
    const match = line ?? branch;
    if (match === null || !file.startsWith("src/")) continue;
    if (Number(match[2]) > 0) reached += 1;
    else gaps.push({ file, line: Number(match[1]), what: line === null ? "branch" : "line" });
  }
  return { gaps, reached };
}

function isExplained(gap: Gap): boolean {
  const lines = readFileSync(join(CONTRACTS, gap.file), "utf8").split("\n");
  return [lines[gap.line - 1], lines[gap.line - 2]].some((text) => text?.includes("Uncovered:") ?? false);
}

const folder = mkdtempSync(join(tmpdir(), "weft-coverage-"));
try {
  const { gaps, reached } = gapsIn(measure(folder));
  if (reached === 0) throw new Error("The coverage report names no line of src.");
  const open = gaps.filter((gap) => !isExplained(gap));
  for (const gap of open) console.error(`contracts/${gap.file}:${gap.line} ${gap.what} not reached by any test`);
  console.log(
    `${reached} lines and branches of src reached, ${gaps.length - open.length} explained, ${open.length} open`,
  );
  if (open.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
