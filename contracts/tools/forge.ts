// Runs forge and ends as it ends. The package's own `bin` loses forge's exit code: failing tests would pass.
//   node contracts/tools/forge.ts test
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const CONTRACTS = join(import.meta.dirname, "..");
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/**
 * Path of forge's executable, which its npm package brings for the platform.
 *
 * @throws Error when there is none for this platform.
 */
export function findForge(): string {
  const platform = `@foundry-rs/forge-${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  const file = `${platform}/bin/forge${process.platform === "win32" ? ".exe" : ""}`;
  const fromForge = createRequire(createRequire(import.meta.url).resolve("@foundry-rs/forge/bin.mjs"));
  try {
    const path = fromForge.resolve(file);
    if (existsSync(path)) return path;
  } catch {
    // Not installed: the error below says so.
  }
  throw new Error(
    `The contracts need ${platform}, which is not installed. Install again on this machine, with optional dependencies.`,
  );
}

if (import.meta.main) {
  const { status, error } = spawnSync(findForge(), process.argv.slice(2), { cwd: CONTRACTS, stdio: "inherit" });
  if (error) throw error;
  process.exitCode = status ?? 1;
}
