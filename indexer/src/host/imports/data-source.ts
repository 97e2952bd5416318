import { readPointers } from "../memory/array.ts";
import { writeBytes } from "../memory/bytes.ts";
import { readEntity, writeEntity } from "../memory/entity.ts";
import type { Pointer } from "../memory/memory.ts";
import { readString, writeString } from "../memory/string.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** `dataSource.*`: the source whose handler runs, and new ones from templates. */
export function dataSourceFunctions(env: HostEnvironment): HostFunctions {
  const text = (pointer: Pointer) => readString(env.memory, pointer);
  return {
    "dataSource.create": (template = 0, parameters = 0) => {
      env.host.createDataSource(text(template), readPointers(env.memory, parameters).map(text), null);
      return undefined;
    },
    "dataSource.createWithContext": (template = 0, parameters = 0, context = 0) => {
      const list = readPointers(env.memory, parameters).map(text);
      env.host.createDataSource(text(template), list, readEntity(env.memory, context));
      return undefined;
    },
    "dataSource.address": () => writeBytes(env.memory, env.host.address()),
    "dataSource.network": () => writeString(env.memory, env.host.network()),
    "dataSource.context": () => writeEntity(env.memory, env.host.context()),
  };
}
