import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One variable as the compiler placed it. */
export interface StoredVariable {
  readonly label: string;
  /** Storage word, decimal. */
  readonly slot: string;
  /** Bytes from the word's right end. */
  readonly offset: number;
  /** Key into `types`; has the compiler's own numbers in it. */
  readonly type: string;
}

/** Where the compiler placed a contract's variables. */
export interface StorageLayout {
  readonly storage: readonly StoredVariable[];
  readonly types: Readonly<Record<string, { readonly label: string }>> | null;
}

/** One function, event, error or other entry of an interface. */
export interface AbiEntry {
  readonly type: string;
  readonly name?: string;
}

/** What the tools need of a contract's build. */
export interface BuildArtifact {
  readonly abi: readonly AbiEntry[];
  readonly storageLayout: StorageLayout;
}

/**
 * Reads the build of `contract`.
 *
 * @throws Error when it was not built.
 */
export function readBuildArtifact(contract: string): BuildArtifact {
  const file = join(import.meta.dirname, "..", "out", `${contract}.sol`, `${contract}.json`);
  if (!existsSync(file))
    throw new Error(`No build of ${contract} at ${file}: run \`forge build\` in contracts/ first.`);
  return JSON.parse(readFileSync(file, "utf8")) as BuildArtifact;
}
