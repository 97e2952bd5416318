import type { Host } from "../host.ts";
import type { Memory } from "../memory/memory.ts";

/** Functions a module imports, by field name such as `store.set`; pointers and small integers are numbers, 64-bit integers bigints. */
export type HostFunctions = Readonly<Record<string, (...args: number[]) => number | bigint | undefined>>;

/** What host functions work on: the memory of the instance that calls them, and the handler's host. */
export interface HostEnvironment {
  readonly memory: Memory;
  readonly host: Host;
}
