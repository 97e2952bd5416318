import { MappingError } from "../errors/mapping-error.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import { exportedGlobals, globalExportName } from "./export-globals.ts";
import type { Host } from "./host.ts";
import type { HostEnvironment } from "./imports/host-functions.ts";
import { linkImports } from "./link-imports.ts";
import { type Memory, openMemory, type Pointer } from "./memory/memory.ts";

/** Memory beyond which an instance is thrown away instead of being put back, in bytes. */
const MAX_REUSED_MEMORY = 1 << 20;

type WasmFunction = (...args: number[]) => number;

/** State of an instance: its memory up to the last byte that is not 0, and its variables. */
interface Snapshot {
  readonly memory: Uint8Array;
  readonly globals: readonly unknown[];
}

/** A mapping in operation. */
export interface Instance {
  readonly memory: Memory;
  /** An exported function; throws {@link MappingError} when there is none of the name. */
  function(name: string): WasmFunction;
  /**
   * Makes the instance as good as new, for a handler that talks to `host`: nothing in it tells what ran before. What `write`
   * writes for `key` is in memory already when the key is the same as last time.
   */
  reset(host: Host, key: object, write: (memory: Memory) => Pointer): Pointer;
  /** Whether it was stopped for having run too long. */
  isExhausted(): boolean;
  /** Whether it can be reset, instead of being thrown away. */
  isReusable(): boolean;
}

function endOfContent(bytes: Uint8Array): number {
  const words = new BigUint64Array(bytes.buffer, 0, bytes.length / 8);
  let end = words.length;
  while (end > 0 && words[end - 1] === 0n) end--;
  return 8 * end;
}

/** Instantiates a mapping with fresh memory and runs its top-level code. */
export function createInstance(mapping: CompiledMapping, firstHost: Host): Instance {
  let opened: Memory | null = null;
  let current = firstHost;
  /** Whether top-level code asked something that another handler may be answered otherwise. */
  let asked = false;
  const env: HostEnvironment = {
    get host(): Host {
      asked = true;
      return current;
    },
    get memory(): Memory {
      if (opened === null) throw new MappingError("The mapping called its host before its memory was ready.");
      return opened;
    },
  };
  const instance = new WebAssembly.Instance(mapping.module, linkImports(mapping, env));
  const { exports } = instance;
  const wasmMemory = exports.memory as WebAssembly.Memory;
  const globals = exportedGlobals(exports);
  const fuel = mapping.fuel === null ? undefined : (exports[globalExportName(mapping.fuel)] as WebAssembly.Global);

  function exportedFunction(name: string): WasmFunction {
    const item = exports[name];
    if (typeof item === "function") return item as WasmFunction;
    throw new MappingError(`function ${name} not found in the mapping`);
  }

  function takeSnapshot(): Snapshot {
    const bytes = new Uint8Array(wasmMemory.buffer);
    return { memory: bytes.slice(0, endOfContent(bytes)), globals: globals.map((global) => global.value) };
  }

  function restore({ memory, globals: values }: Snapshot): void {
    const bytes = new Uint8Array(wasmMemory.buffer);
    bytes.set(memory);
    bytes.fill(0, memory.length);
    for (let index = 0; index < values.length; index++) {
      const global = globals[index];
      if (global !== undefined) global.value = values[index];
    }
  }

  const newObject = exportedFunction("__new");
  const idOfType = exportedFunction("id_of_type");
  const memory = openMemory({ memory: wasmMemory, newObject, idOfType }, mapping.classIds);
  opened = memory;
  // Top-level variables are set here, and the allocator's first offset becomes real.
  if (typeof exports._start === "function") (exports._start as WasmFunction)();
  const fresh = mapping.resettable && !asked ? takeSnapshot() : null;
  let prepared: { readonly key: object; readonly pointer: Pointer; readonly snapshot: Snapshot | null } | null = null;
  let isUsed = false;

  return {
    memory,
    function: exportedFunction,
    reset(host, key, write) {
      current = host;
      memory.renew();
      if (prepared?.key === key && prepared.snapshot !== null) {
        restore(prepared.snapshot);
        return prepared.pointer;
      }
      if (isUsed && fresh !== null) restore(fresh);
      isUsed = true;
      const pointer = write(memory);
      prepared = { key, pointer, snapshot: fresh === null ? null : takeSnapshot() };
      return pointer;
    },
    isExhausted: () => fuel?.value === 0,
    isReusable: () => fresh !== null && wasmMemory.buffer.byteLength <= MAX_REUSED_MEMORY,
  };
}
