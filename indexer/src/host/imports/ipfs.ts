import { MappingError } from "../../errors/mapping-error.ts";
import { readPointers } from "../memory/array.ts";
import { writeBytes } from "../memory/bytes.ts";
import type { Pointer } from "../memory/memory.ts";
import { readStoreValue } from "../memory/store-value.ts";
import { readString } from "../memory/string.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** `ipfs.*`: contents of files, which graph-node refuses unless its operator allows them. */
export function ipfsFunctions(env: HostEnvironment): HostFunctions {
  const text = (pointer: Pointer) => readString(env.memory, pointer);
  const orNull = (bytes: Uint8Array | null) => (bytes === null ? 0 : writeBytes(env.memory, bytes));
  return {
    "ipfs.cat": (link = 0) => orNull(env.host.ipfsCat(text(link))),
    "ipfs.getBlock": (link = 0) => orNull(env.host.ipfsBlock(text(link))),
    "ipfs.map": (link = 0, callback = 0, userData = 0, flags = 0) => {
      const names = readPointers(env.memory, flags).map(text);
      if (!names.includes("json")) throw new MappingError(`Flags must contain 'json', but are [${names.join(", ")}]`);
      env.host.ipfsMap(text(link), text(callback), readStoreValue(env.memory, userData));
      return undefined;
    },
  };
}
