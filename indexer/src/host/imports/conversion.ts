import { MappingError } from "../../errors/mapping-error.ts";
import { bytesToHex, hexToBytes } from "../../values/bytes.ts";
import { readBigInt } from "../memory/big-int.ts";
import { readBytes, writeBytes } from "../memory/bytes.ts";
import { readString, writeString } from "../memory/string.ts";
import { toBase58 } from "../numbers/base58.ts";
import { toHexMagnitude } from "../numbers/big-int.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** Invalid sequences become U+FFFD, and a byte order mark is kept. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

function trimTrailingNulls(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

/** `typeConversion.*`: between bytes, numbers and text. */
export function conversionFunctions(env: HostEnvironment): HostFunctions {
  return {
    "typeConversion.bytesToString": (bytes = 0) =>
      writeString(env.memory, trimTrailingNulls(UTF8.decode(readBytes(env.memory, bytes)))),
    "typeConversion.bytesToHex": (bytes = 0) => writeString(env.memory, bytesToHex(readBytes(env.memory, bytes))),
    "typeConversion.bigIntToString": (value = 0) => writeString(env.memory, readBigInt(env.memory, value).toString()),
    "typeConversion.bigIntToHex": (value = 0) => writeString(env.memory, toHexMagnitude(readBigInt(env.memory, value))),
    "typeConversion.stringToH160": (pointer = 0) => {
      const text = readString(env.memory, pointer);
      if (!/^(0x)?[0-9a-fA-F]{40}$/.test(text)) {
        throw new MappingError(`Failed to convert string to Address: '${text}'`);
      }
      return writeBytes(env.memory, hexToBytes(text));
    },
    "typeConversion.bytesToBase58": (bytes = 0) => writeString(env.memory, toBase58(readBytes(env.memory, bytes))),
  };
}
