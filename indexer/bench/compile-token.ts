import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Hex } from "viem";

/** The benchmark's token, compiled. */
export interface CompiledToken {
  readonly abi: readonly unknown[];
  readonly bytecode: Hex;
}

interface SolcOutput {
  readonly contracts?: Readonly<
    Record<
      string,
      Record<
        string,
        { readonly abi: readonly unknown[]; readonly evm: { readonly bytecode: { readonly object: string } } }
      >
    >
  >;
}

/** Compiles `erc20/Token.sol`. */
export function compileToken(): CompiledToken {
  const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };
  const content = readFileSync(new URL("./erc20/Token.sol", import.meta.url), "utf8");
  const input = {
    language: "Solidity",
    sources: { "Token.sol": { content } },
    settings: { outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as SolcOutput;
  const token = output.contracts?.["Token.sol"]?.Token;
  if (token === undefined) throw new Error("the token does not compile");
  return { abi: token.abi, bytecode: `0x${token.evm.bytecode.object}` };
}
