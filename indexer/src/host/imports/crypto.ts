import { keccak256 } from "viem/utils";
import { readBytes, writeBytes } from "../memory/bytes.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** `crypto.*`: hashes. */
export function cryptoFunctions(env: HostEnvironment): HostFunctions {
  return {
    "crypto.keccak256": (bytes = 0) => writeBytes(env.memory, keccak256(readBytes(env.memory, bytes), "bytes")),
  };
}
