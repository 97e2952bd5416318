import { encodeAbiParameters, type Hex } from "viem";
import { expect, test } from "vitest";
import { hexToBytes } from "../../values/bytes.ts";
import { decodeValues } from "./decode-values.ts";
import { encodeValue } from "./encode-value.ts";
import type { EthereumValue } from "./ethereum-value.ts";
import { parseType } from "./parse-type.ts";

const ADDRESS = "0x0000000000000000000000000000000000000420";

const ADDRESS_VALUE: EthereumValue = { kind: "Address", value: hexToBytes(ADDRESS) };

const NESTED: EthereumValue = {
  kind: "Tuple",
  value: [
    ADDRESS_VALUE,
    {
      kind: "Tuple",
      value: [
        {
          kind: "FixedArray",
          value: [
            { kind: "Uint", value: 62n },
            { kind: "Uint", value: 1n },
          ],
        },
        { kind: "Bool", value: true },
      ],
    },
  ],
};

function decode(type: string, data: Hex | null): unknown {
  const parameter = parseType(type);
  return parameter === null || data === null ? null : decodeValues([parameter], data)?.[0];
}

test("values survive encoding and decoding", () => {
  expect(decode("address", encodeValue(ADDRESS_VALUE))).toEqual(ADDRESS_VALUE);
  expect(decode("( address , (uint256[2], bool) )", encodeValue(NESTED))).toEqual(NESTED);
});

test("a dynamic tuple is encoded as a value, with its offset in front", () => {
  const tuple: EthereumValue = { kind: "Tuple", value: [{ kind: "String", value: "x" }] };
  expect(encodeValue(tuple)).toBe(
    encodeAbiParameters([{ type: "tuple", components: [{ type: "string", name: "s" }] }], [{ s: "x" }]),
  );
});

test("small integers decode to big ones", () => {
  expect(decode("uint8", `0x${"c8".padStart(64, "0")}`)).toEqual({ kind: "Uint", value: 200n });
  expect(decode("int16", `0x${"f".repeat(64)}`)).toEqual({ kind: "Int", value: -1n });
});

test("data that does not hold the type gives null", () => {
  expect(decodeValues([{ type: "uint256" }], "0x01")).toBeNull();
});

test.for(["", "uint7", "bytes33", "(uint256", "foo", "(uint256,)"])("%j is no type", (text) => {
  expect(parseType(text)).toBeNull();
});
