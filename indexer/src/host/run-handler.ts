import { IndexerError } from "../errors/indexer-error.ts";
import { MappingError } from "../errors/mapping-error.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import type { Host } from "./host.ts";
import type { HostEnvironment } from "./imports/host-functions.ts";
import { linkImports } from "./link-imports.ts";
import { type Memory, openMemory, type Pointer } from "./memory/memory.ts";

type WasmFunction = (...args: number[]) => number;

function exportedFunction(instance: WebAssembly.Instance, name: string): WasmFunction | null {
  const item = instance.exports[name];
  return typeof item === "function" ? (item as WasmFunction) : null;
}

function requiredFunction(instance: WebAssembly.Instance, name: string): WasmFunction {
  const item = exportedFunction(instance, name);
  if (item === null) throw new MappingError(`function ${name} not found in the mapping`);
  return item;
}

/** Instantiates a mapping with fresh memory and runs its top-level code. */
function instantiate(mapping: CompiledMapping, host: Host): { instance: WebAssembly.Instance; memory: Memory } {
  let opened: Memory | null = null;
  const env: HostEnvironment = {
    host,
    get memory(): Memory {
      if (opened === null) throw new MappingError("The mapping called its host before its memory was ready.");
      return opened;
    },
  };
  const instance = new WebAssembly.Instance(mapping.module, linkImports(mapping, env));
  opened = openMemory(
    {
      memory: instance.exports.memory as WebAssembly.Memory,
      newObject: requiredFunction(instance, "__new"),
      idOfType: requiredFunction(instance, "id_of_type"),
    },
    mapping.classIds,
  );
  // Top-level variables are set here, and the allocator's first offset becomes real.
  exportedFunction(instance, "_start")?.();
  return { instance, memory: opened };
}

/** What stopped a handler, told as a {@link MappingError} unless it was thrown on purpose by the host. */
function asMappingError(error: unknown): unknown {
  if (error instanceof WebAssembly.RuntimeError) {
    return new MappingError(`wasm trap: ${error.message}`, { cause: error });
  }
  if (error instanceof RangeError && !(error instanceof IndexerError)) {
    return new MappingError("The mapping ran out of stack; look for endless recursion.", { cause: error });
  }
  return error;
}

/**
 * Runs one handler in an instance of its own, so that nothing but the host remembers what it did.
 * @throws MappingError when the mapping fails; whatever `host` throws passes through.
 */
export function runHandler(
  mapping: CompiledMapping,
  handler: string,
  host: Host,
  writeArgument: (memory: Memory) => Pointer,
): void {
  try {
    const { instance, memory } = instantiate(mapping, host);
    requiredFunction(instance, handler)(writeArgument(memory));
  } catch (error) {
    throw asMappingError(error);
  }
}
