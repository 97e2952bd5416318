import fc from "fast-check";
import { type AbiParameter, encodeAbiParameters, type Hex, pad, toHex } from "viem";
import { describe, expect, test } from "vitest";
import { decodeGeneral } from "./decode-values.ts";
import { decodeWords } from "./decode-word.ts";

const TYPES = ["address", "bool", "uint8", "uint256", "int16", "int256", "bytes1", "bytes4", "bytes32"];
/** Words of any content, but for integers numbers of their size: the general decoder refuses others, graph-node takes them. */
const item = fc.constantFrom(...TYPES).chain((type) => {
  const bits = /^u?int(\d+)$/.exec(type)?.[1];
  const any = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => toHex(bytes).slice(2));
  if (bits === undefined) return any.map((word) => ({ type, word }));
  const narrow = type.startsWith("u") ? BigInt.asUintN : BigInt.asIntN;
  return any.map((word) => {
    const value = narrow(Number(bits), BigInt(`0x${word}`));
    return { type, word: BigInt.asUintN(256, value).toString(16).padStart(64, "0") };
  });
});

describe("values of one word", () => {
  test("decode like the general decoder does, whatever the words hold", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        const parameters: AbiParameter[] = items.map(({ type }) => ({ type }));
        const data: Hex = `0x${items.map(({ word }) => word).join("")}`;
        expect(decodeWords(parameters, data)).toEqual(decodeGeneral(parameters, data));
      }),
      { numRuns: 500 },
    );
  });

  test("booleans are 0 or 1", () => {
    const decode = (value: number) => decodeWords([{ type: "bool" }], pad(toHex(value), { size: 32 }));
    expect([decode(0), decode(1), decode(2)]).toEqual([
      [{ kind: "Bool", value: false }],
      [{ kind: "Bool", value: true }],
      null,
    ]);
  });

  test("need their whole word", () => {
    const data = encodeAbiParameters([{ type: "uint256" }], [7n]);
    expect(decodeWords([{ type: "uint256" }], data)).toEqual([{ kind: "Uint", value: 7n }]);
    expect(decodeWords([{ type: "uint256" }], data.slice(0, -2) as Hex)).toBeNull();
  });

  test.for(["string", "bytes", "uint8[2]", "tuple"])("%s is left to the general decoder", (type) => {
    expect(decodeWords([{ type }], "0x")).toBeUndefined();
  });
});
