import { describe, expect, test } from "vitest";
import { linkBytecode } from "./link-bytecode.ts";
import type { Artifact } from "./read-artifact.ts";

const BOOK = "0x00000000000000000000000000000000000000B0";
const SEAL = "0x0000000000000000000000000000000000005EA1";
const place = (start: number) => ({ start, length: 20 });
/** A placeholder as the compiler writes it: as many digits as an address, not all of them hexadecimal. */
const HOLE = `__$${"7a".repeat(17)}$__`;

const ARTIFACT: Artifact = {
  abi: [],
  bytecode: `0x6001${HOLE}6002${HOLE}6003${HOLE}` as `0x${string}`,
  linkReferences: {
    "src/Book.sol": { Book: [place(2), place(46)] },
    "src/Seal.sol": { Seal: [place(24)] },
  },
};

describe("linkBytecode", () => {
  test("puts each library's address wherever it is called, and leaves the rest as it is", () => {
    expect(linkBytecode("Desk", ARTIFACT, { Book: BOOK, Seal: SEAL })).toBe(
      `0x6001${"0".repeat(38)}b06002${"0".repeat(36)}5ea16003${"0".repeat(38)}b0`,
    );
  });

  test("leaves code alone that calls no library", () => {
    const artifact: Artifact = { abi: [], bytecode: "0x6001", linkReferences: {} };
    expect(linkBytecode("Desk", artifact, {})).toBe("0x6001");
  });

  test("names the library that is missing, and who calls it", () => {
    expect(() => linkBytecode("Desk", ARTIFACT, { Book: BOOK })).toThrow(
      "Desk calls the library Seal, which is not deployed.",
    );
  });
});
