import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");

/** A path in the repository, from its root. */
export function fromRoot(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}
