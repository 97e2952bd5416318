// Formats the whole tree: TypeScript, JSON, CSS and GraphQL with Biome, Solidity with forge.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const steps = [
  { command: join(ROOT, "node_modules", ".bin", "biome"), args: ["check", "--write", "."], cwd: ROOT },
  {
    command: process.execPath,
    args: [join(ROOT, "contracts", "tools", "forge.ts"), "fmt"],
    cwd: ROOT,
  },
];
for (const { command, args, cwd } of steps) {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
