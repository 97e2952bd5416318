import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { ChainStartError } from "../errors.ts";

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/**
 * Path of anvil's executable, which its npm package brings for the platform. The package's own `bin` is a script that
 * starts it as a second process; the executable itself ends when it is told to.
 *
 * @throws ChainStartError when there is none for this platform.
 */
export function findAnvil(): string {
  const architecture = ARCHITECTURES[process.arch] ?? process.arch;
  const platform = `@foundry-rs/anvil-${process.platform}-${architecture}`;
  const file = `${platform}/bin/anvil${process.platform === "win32" ? ".exe" : ""}`;
  const fromAnvil = createRequire(createRequire(import.meta.url).resolve("@foundry-rs/anvil/bin.mjs"));
  try {
    const path = fromAnvil.resolve(file);
    if (existsSync(path)) return path;
  } catch {
    // Not installed: the error below says so.
  }
  throw new ChainStartError(
    `The local chain needs ${platform}, which is not installed. Install again on this machine, with optional dependencies.`,
  );
}
