import { MappingError } from "../errors/mapping-error.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import { bigDecimalFunctions } from "./imports/big-decimal.ts";
import { bigIntFunctions } from "./imports/big-int.ts";
import { conversionFunctions } from "./imports/conversion.ts";
import { cryptoFunctions } from "./imports/crypto.ts";
import { dataSourceFunctions } from "./imports/data-source.ts";
import { ethereumFunctions } from "./imports/ethereum.ts";
import type { HostEnvironment, HostFunctions } from "./imports/host-functions.ts";
import { ipfsFunctions } from "./imports/ipfs.ts";
import { jsonFunctions } from "./imports/json.ts";
import { logFunctions } from "./imports/log.ts";
import { removedFunctions } from "./imports/removed.ts";
import { storeFunctions } from "./imports/store.ts";
import { yamlFunctions } from "./imports/yaml.ts";

/** A function that fails the handler that calls it: the import exists, but nothing here can answer it. */
function trap(name: string): HostFunctions[string] {
  return () => {
    throw new MappingError(`The mapping called \`${name}\`, but this indexer has no such function.`);
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
    ...yamlFunctions(env),
    ...ipfsFunctions(env),
    ...logFunctions(env),
    ...removedFunctions,
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
    const members = Object.hasOwn(imports, module) ? (imports[module] ?? {}) : {};
    imports[module] = members;
    members[name] = (Object.hasOwn(functions, name) ? functions[name] : undefined) ?? trap(name);
  }
  return imports as WebAssembly.Imports;
}
