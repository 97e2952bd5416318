import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Abi, Hex } from "viem";

/** A compiled contract. */
export interface CompiledContract {
  readonly abi: Abi;
  readonly bytecode: Hex;
}

interface SolcOutput {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Readonly<
    Record<
      string,
      Record<string, { readonly abi: Abi; readonly evm: { readonly bytecode: { readonly object: string } } }>
    >
  >;
}

/** The compiler is CommonJS without types. */
const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };

const SOURCE = new URL("../contracts/Fixture.sol", import.meta.url);

let compiled: ReadonlyMap<string, CompiledContract> | null = null;

/** The contracts that tests deploy, by name; compiled once a process, since that takes seconds. */
export function compileContracts(): ReadonlyMap<string, CompiledContract> {
  compiled ??= compile();
  return compiled;
}

function compile(): ReadonlyMap<string, CompiledContract> {
  const input = {
    language: "Solidity",
    sources: { "Fixture.sol": { content: readFileSync(SOURCE, "utf8") } },
    settings: { outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as SolcOutput;
  const failures = (output.errors ?? []).filter((error) => error.severity === "error");
  if (failures.length > 0) throw new Error(failures.map((error) => error.formattedMessage).join("\n"));
  return new Map(
    Object.entries(output.contracts["Fixture.sol"] ?? {}).map(([name, contract]) => [
      name,
      { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` },
    ]),
  );
}
