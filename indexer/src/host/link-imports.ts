import { MappingError } from "../errors/mapping-error.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import { bigDecimalFunctions } from "./imports/big-decimal.ts";
import { bigIntFunctions } from "./imports/big-int.ts";
import { conversionFunctions } from "./imports/conversion.ts";
import { cryptoFunctions } from "./imports/crypto.ts";
import { dataSourceFunctions } from "./imports/data-source.ts";
import { ethereumFunctions } from "./imports/ethereum.ts";
import type { HostEnvironment, HostFunctions } from "./imports/host-functions.ts";
import { jsonFunctions } from "./imports/json.ts";
import { logFunctions } from "./imports/log.ts";
import { storeFunctions } from "./imports/store.ts";

/** A function that fails the handler that calls it: the import exists, but nothing here can answer it. */
function trap(name: string): HostFunctions[string] {
  return () => {
    const reason = name.startsWith("ipfs.") ? "mappings cannot read IPFS here" : "this indexer has no such function";
    throw new MappingError(`The mapping called \`${name}\`, but ${reason}.`);
  };
}

function hostFunctions(env: HostEnvironment): HostFunctions {
  return {
    ...storeFunctions(env),
    ...ethereumFunctions(env),
    ...conversionFunctions(env),
    ...bigIntFunctions(env),
    ...bigDecimalFunctions(env),
    ...cryptoFunctions(env),
    ...dataSourceFunctions(env),
    ...jsonFunctions(env),
    ...logFunctions(env),
  };
}

let names: ReadonlySet<string> | null = null;

/** Whether mappings can call a function of this name, such as `store.set`. */
export function isHostFunction(name: string): boolean {
  // Only names are read of these: nothing is called, so no instance has to be there.
  names ??= new Set(Object.keys(hostFunctions({} as HostEnvironment)));
  return names.has(name);
}

/**
 * The import object for one instance. Functions are found by field name alone, as in graph-node;
 * unknown ones are linked to a trap, so that only a handler that calls one fails.
 */
export function linkImports(mapping: CompiledMapping, env: HostEnvironment): WebAssembly.Imports {
  const functions = hostFunctions(env);
  const imports: Record<string, Record<string, HostFunctions[string]>> = {};
  for (const { module, name } of mapping.imports) {
    const members = imports[module] ?? {};
    imports[module] = members;
    members[name] = functions[name] ?? trap(name);
  }
  return imports as WebAssembly.Imports;
}
