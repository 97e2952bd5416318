import { MappingError } from "../../errors/mapping-error.ts";
import type { LogLevel } from "../host.ts";
import type { Pointer } from "../memory/memory.ts";
import { readString } from "../memory/string.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** Levels 1 to 3; higher ones are debug. */
const LEVELS: readonly LogLevel[] = ["error", "warn", "info"];

/** `log.log` and `abort`: what a mapping says, and its ways to fail. */
export function logFunctions(env: HostEnvironment): HostFunctions {
  const orElse = (pointer: Pointer, fallback: string) => (pointer === 0 ? fallback : readString(env.memory, pointer));
  return {
    "log.log": (level = 0, message = 0) => {
      const text = readString(env.memory, message);
      if (level === 0) throw new MappingError(`Critical error logged in mapping with log message: ${text}`);
      env.host.log(LEVELS[level - 1] ?? "debug", text);
      return undefined;
    },
    abort: (message = 0, file = 0, line = 0, column = 0) => {
      const place = file === 0 ? "an unknown location" : readString(env.memory, file);
      const position = line === 0 ? "" : `, line ${line}, column ${column}`;
      const reason = message === 0 ? "no message" : `message: ${orElse(message, "")}`;
      throw new MappingError(`Mapping aborted at ${place}${position}, with ${reason}`);
    },
  };
}
