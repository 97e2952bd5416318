// Holds the gas table of docs/gas.md to the committed snapshots. With --check it fails on a difference; without, it
// writes the figures in. A row names its snapshot as `file: key` in one cell; the next cell is the figure.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const DOC = join(ROOT, "docs", "gas.md");
const ROW = /\| `([a-z]+): ([^`]+)` \| ([^|]*) \|/;

function snapshotOf(file: string, key: string): string {
  const path = join(ROOT, "contracts", "snapshots", `${file}.json`);
  const figures = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  const figure = figures[key];
  if (figure === undefined) throw new Error(`docs/gas.md names "${file}: ${key}", which is not in ${path}.`);
  return Number(figure).toLocaleString("en-US");
}

const before = readFileSync(DOC, "utf8");
let rows = 0;
const after = before
  .split("\n")
  .map((line) =>
    line.replace(ROW, (_, file: string, key: string) => {
      rows += 1;
      return `| \`${file}: ${key}\` | ${snapshotOf(file, key)} |`;
    }),
  )
  .join("\n");
if (rows === 0) throw new Error("docs/gas.md has no row that names a snapshot.");
if (after !== before && process.argv.includes("--check")) {
  console.error(
    "The figures of docs/gas.md are not those of contracts/snapshots. Run `node contracts/tools/gas-table.ts`.",
  );
  process.exitCode = 1;
} else if (after !== before) {
  writeFileSync(DOC, after);
  console.log("Wrote docs/gas.md");
}
