import { writePointers } from "../memory/array.ts";
import { readEntity, writeEntity } from "../memory/entity.ts";
import type { Memory, Pointer } from "../memory/memory.ts";
import { readString } from "../memory/string.ts";
import type { StoreEntity } from "../store-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

function writeOptionalEntity(memory: Memory, entity: StoreEntity | null): Pointer {
  return entity === null ? 0 : writeEntity(memory, entity);
}

/** `store.*`: entities. */
export function storeFunctions(env: HostEnvironment): HostFunctions {
  const text = (pointer: Pointer) => readString(env.memory, pointer);
  return {
    "store.get": (type = 0, id = 0) => writeOptionalEntity(env.memory, env.host.getEntity(text(type), text(id))),
    "store.get_in_block": (type = 0, id = 0) =>
      writeOptionalEntity(env.memory, env.host.getEntityInBlock(text(type), text(id))),
    "store.loadRelated": (type = 0, id = 0, field = 0) => {
      const entities = env.host.loadRelated(text(type), text(id), text(field));
      const pointers = entities.map((entity) => writeEntity(env.memory, entity));
      return writePointers(env.memory, TYPE_INDEX.arrayEntity, pointers);
    },
    "store.set": (type = 0, id = 0, data = 0) => {
      env.host.setEntity(text(type), text(id), readEntity(env.memory, data));
      return undefined;
    },
    "store.remove": (type = 0, id = 0) => {
      env.host.removeEntity(text(type), text(id));
      return undefined;
    },
  };
}
