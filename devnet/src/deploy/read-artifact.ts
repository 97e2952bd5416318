import { readFile } from "node:fs/promises";
import type { Abi, Hex } from "viem";
import { MissingBuildError } from "../errors.ts";
import { fromRoot } from "../paths.ts";

/** What deployment needs of a contract's build. */
export interface Artifact {
  readonly abi: Abi;
  readonly bytecode: Hex;
}

/**
 * Reads the build of the contract `name`.
 *
 * @throws MissingBuildError when it was not built.
 */
export async function readArtifact(name: string): Promise<Artifact> {
  const path = fromRoot("contracts", "out", `${name}.sol`, `${name}.json`);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const error = new MissingBuildError(`The build of ${name}`, path, "Run `npm run setup`.");
    error.cause = cause;
    throw error;
  }
  const { abi, bytecode } = JSON.parse(text) as { abi: Abi; bytecode: { object: Hex } };
  return { abi, bytecode: bytecode.object };
}
