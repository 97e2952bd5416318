import { IndexerError } from "../errors/indexer-error.ts";
import { MappingError } from "../errors/mapping-error.ts";
import type { Block } from "../source/chain-types.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import type { Host } from "./host.ts";
import { createInstance, type Instance } from "./instance.ts";
import { writeBlock } from "./memory/event.ts";
import type { Memory, Pointer } from "./memory/memory.ts";

/** What a handler is called with. */
export interface HandlerArgument {
  /** Null for an argument without one. */
  readonly block: Block | null;
  /** Writes the argument; `block` points to the block, which is written already, or is null. */
  write(memory: Memory, block: Pointer): Pointer;
  /** Writes a second argument, for functions that take two. */
  writeSecond?(memory: Memory): Pointer;
}

/** An instance of each mapping that no handler is running in. */
const idle = new WeakMap<CompiledMapping, Instance>();

/** Takes the mapping's idle instance, or makes one: a handler may be called while another one is running. */
function takeInstance(mapping: CompiledMapping, host: Host): Instance {
  const instance = idle.get(mapping);
  if (instance === undefined) return createInstance(mapping, host);
  idle.delete(mapping);
  return instance;
}

/** What stopped a handler, told as a {@link MappingError} unless it was thrown on purpose by the host. */
function asMappingError(error: unknown): unknown {
  if (error instanceof WebAssembly.RuntimeError) {
    return new MappingError(`wasm trap: ${error.message}`, { cause: error });
  }
  if (error instanceof WebAssembly.LinkError) {
    return new MappingError(`The mapping cannot be linked: ${error.message}`, { cause: error });
  }
  // Numbers where a function of the mapping has 64-bit parameters, or the other way round.
  if (error instanceof TypeError && error.message.includes("BigInt")) {
    return new MappingError("wasm function has incorrect signature", { cause: error });
  }
  if (error instanceof RangeError && !(error instanceof IndexerError)) {
    return new MappingError("The mapping ran out of stack; look for endless recursion.", { cause: error });
  }
  return error;
}

function tooLong(handler: string, cause: unknown): MappingError {
  return new MappingError(`The function ${handler} ran for too long; look for a loop that does not end.`, { cause });
}

/**
 * Runs one handler in an instance that is as good as new, so that nothing but the host remembers what it did.
 * @throws MappingError when the mapping fails; whatever `host` throws passes through.
 */
export function runHandler(mapping: CompiledMapping, handler: string, host: Host, argument: HandlerArgument): void {
  try {
    const instance = takeInstance(mapping, host);
    try {
      const { block: written } = argument;
      const block = instance.reset(host, written ?? argument, (memory) =>
        written === null ? 0 : writeBlock(memory, written),
      );
      const run = instance.function(handler);
      const first = argument.write(instance.memory, block);
      if (argument.writeSecond === undefined) run(first);
      else run(first, argument.writeSecond(instance.memory));
    } catch (error) {
      throw instance.isExhausted() ? tooLong(handler, error) : error;
    } finally {
      if (instance.isReusable()) idle.set(mapping, instance);
    }
  } catch (error) {
    throw asMappingError(error);
  }
}
