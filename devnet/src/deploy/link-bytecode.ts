import type { Address, Hex } from "viem";
import { MissingLibraryError } from "../errors.ts";
import type { Artifact } from "./read-artifact.ts";

/** Digits before the first byte: `0x`. */
const PREFIX = 2;
const DIGITS_PER_BYTE = 2;

/**
 * A contract's code with the addresses of the libraries that it calls.
 *
 * @throws MissingLibraryError when it calls one that `libraries` does not have.
 */
export function linkBytecode(
  name: string,
  { bytecode, linkReferences }: Artifact,
  libraries: Readonly<Record<string, Address>>,
): Hex {
  let code: string = bytecode;
  for (const [library, places] of Object.values(linkReferences).flatMap((file) => Object.entries(file))) {
    const address = libraries[library];
    if (address === undefined) throw new MissingLibraryError(name, library);
    for (const { start, length } of places) {
      const begin = PREFIX + start * DIGITS_PER_BYTE;
      code = code.slice(0, begin) + address.slice(PREFIX).toLowerCase() + code.slice(begin + length * DIGITS_PER_BYTE);
    }
  }
  return code as Hex;
}
