import { readFile } from "node:fs/promises";
import type { Abi, Hex } from "viem";
import { MissingBuildError } from "../errors.ts";
import { fromRoot } from "../paths.ts";

/** Where the addresses of libraries belong in a contract's code: by source file, then library. */
export type LinkReferences = Readonly<
  Record<string, Readonly<Record<string, readonly { readonly start: number; readonly length: number }[]>>>
>;

/** What deployment needs of a contract's build. */
export interface Artifact {
  readonly abi: Abi;
  /** With placeholders where `linkReferences` says: see `linkBytecode`. */
  readonly bytecode: Hex;
  /** Empty for a contract that calls no library. Places are counted in bytes. */
  readonly linkReferences: LinkReferences;
}

/**
 * Reads the build of the contract `name`.
 *
 * @throws MissingBuildError when it was not built.
 */
export async function readArtifact(name: string): Promise<Artifact> {
  const path = fromRoot("contracts", "out", `${name}.sol`, `${name}.json`);
  const text = await readBuild(path, `The build of ${name}`, "Run `npm run setup`.");
  const { abi, bytecode } = JSON.parse(text) as {
    abi: Abi;
    bytecode: { object: Hex; linkReferences: LinkReferences };
  };
  return { abi, bytecode: bytecode.object, linkReferences: bytecode.linkReferences };
}

/**
 * Reads Uniswap's own build of its v3 factory, which comes with the package that the contracts depend on.
 *
 * @throws MissingBuildError when the package is not installed.
 */
export async function readPoolFactoryArtifact(): Promise<Artifact> {
  const folder = ["contracts", "node_modules", "@uniswap", "v3-core", "artifacts", "contracts"];
  const path = fromRoot(...folder, "UniswapV3Factory.sol", "UniswapV3Factory.json");
  const text = await readBuild(path, "Uniswap's v3 factory", "Run `npm run setup`, which installs what is missing.");
  return JSON.parse(text) as Artifact;
}

async function readBuild(path: string, what: string, remedy: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const error = new MissingBuildError(what, path, remedy);
    error.cause = cause;
    throw error;
  }
}
