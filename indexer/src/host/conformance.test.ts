import { beforeEach, expect, test } from "vitest";
import { openTestMemory } from "../../test-subgraphs/support/open-test-memory.ts";
import { MappingError } from "../errors/mapping-error.ts";
import { formatBigDecimal, normalizeBigDecimal, parseBigDecimal } from "../values/big-decimal.ts";
import { bytesToHex, hexToBytes } from "../values/bytes.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import type { EthereumValue } from "./evm/ethereum-value.ts";
import type { Host } from "./host.ts";
import { linkImports } from "./link-imports.ts";
import { readBigDecimal, writeBigDecimal } from "./memory/big-decimal.ts";
import { readBigInt, writeBigInt } from "./memory/big-int.ts";
import { readBytes, writeBytes } from "./memory/bytes.ts";
import { readEntity } from "./memory/entity.ts";
import { readEthereumValue, writeEthereumValue } from "./memory/ethereum-value.ts";
import type { Memory } from "./memory/memory.ts";
import { readString, writeString } from "./memory/string.ts";

/** The cases of the specification that need no chain and no store, by their numbers there. */

let memory: Memory;

beforeEach(async () => {
  memory = await openTestMemory();
});

/** Calls a host function by its field name, as a module would that imports it. */
function call(name: string, ...args: number[]): number | bigint {
  const mapping = { imports: [{ module: "any", name }] } as unknown as CompiledMapping;
  const linked = linkImports(mapping, { memory, host: {} as Host }) as Record<
    string,
    Record<string, (...args: number[]) => number>
  >;
  return linked.any?.[name]?.(...args) ?? 0;
}

const text = (value: string) => writeString(memory, value);
const bytes = (value: Uint8Array) => writeBytes(memory, value);
const int = (value: bigint) => writeBigInt(memory, value);
const decimal = (value: string) => Number(call("bigDecimal.fromString", text(value)));
const callText = (name: string, ...args: number[]) => readString(memory, Number(call(name, ...args)));
const callInt = (name: string, ...args: number[]) => readBigInt(memory, Number(call(name, ...args)));

test("case 1: abort fails deterministically and tells line, column and message", () => {
  const abort = () => call("abort", text("not true"), text("abort.ts"), 4, 3);
  expect(abort).toThrow(MappingError);
  expect(abort).toThrow("Mapping aborted at abort.ts, line 4, column 3, with message: not true");
});

test("case 2: the hash of eth", () => {
  expect(bytesToHex(readBytes(memory, Number(call("crypto.keccak256", bytes(Buffer.from("eth"))))))).toBe(
    "0x4f5b812789fc606be1b3b16908db13fc7a9adf7ca72641f84d75b47069d3d7f0",
  );
});

test.for([
  [0n, "0x0"],
  [1n, "0x1"],
  [2n ** 256n - 1n, `0x${"f".repeat(64)}`],
] as const)("case 3: %s in hex is %s", ([value, expected]) => {
  expect(callText("typeConversion.bigIntToHex", int(value))).toBe(expected);
});

test("case 4: bytes in base 58", () => {
  const hash = hexToBytes("0x12207D5A99F603F231D53A4F39D1521F98D2E8BB279CF29BEBFD0687DC98458E7F89");
  expect(callText("typeConversion.bytesToBase58", bytes(hash))).toBe("QmWmyoMoctfbAaiEs2G46gpeUmhqFRDW6KWo64y5r581Vz");
});

test("case 5: broken text with zeros at its end", () => {
  const broken = Buffer.concat([Buffer.from("Downcoin WETH-USDT"), Buffer.from([0xa0, 0, 0, 0])]);
  expect(callText("typeConversion.bytesToString", bytes(broken))).toBe("Downcoin WETH-USDT\uFFFD");
});

test.for([
  ["plus", 0n, 1n, 1n],
  ["plus", 127n, 1n, 128n],
  ["minus", 5n, 10n, -5n],
  ["times", -20n, 5n, -100n],
  ["dividedBy", 5n, 2n, 2n],
  ["mod", 5n, 2n, 1n],
] as const)("case 6: %s of %s and %s is %s", ([operation, left, right, expected]) => {
  expect(callInt(`bigInt.${operation}`, int(left), int(right))).toBe(expected);
});

test("case 7: bits of integers", () => {
  const big = 8888888888888888n;
  expect(callInt("bigInt.bitOr", int(big), int(42n))).toBe(8888888888888890n);
  expect(callInt("bigInt.bitAnd", int(big), int(42n))).toBe(40n);
  expect(callInt("bigInt.leftShift", int(big), 6)).toBe(568888888888888832n);
  expect(callInt("bigInt.rightShift", int(big), 6)).toBe(138888888888888n);
});

test.for([
  ["9", `1${"0".repeat(35)}`],
  ["8", "88888888888888888888888888888888890"],
] as const)("case 8: a decimal of 35 digits %s is rounded to %s", ([digit, expected]) => {
  expect(callText("bigDecimal.toString", decimal(digit.repeat(35)))).toBe(expected);
});

test("case 9: the smallest exponent survives a multiplication by 1", () => {
  const { digits, exponent } = readBigDecimal(memory, decimal("0.99999999999999999999999999999999968"));
  const small = writeBigDecimal(memory, { digits, exponent: exponent - 6109 });
  expect(readBigDecimal(memory, Number(call("bigDecimal.times", small, decimal("1"))))).toEqual({
    digits: 9999999999999999999999999999999997n,
    exponent: -6143,
  });
});

test("case 10: 1 divided by 10", () => {
  expect(callText("bigDecimal.toString", Number(call("bigDecimal.dividedBy", decimal("1"), decimal("10"))))).toBe(
    "0.1",
  );
});

test.for([
  ["10e-2", "0.1"],
  ["132400e4", "1324000000"],
  ["1900000e-3", "1900"],
] as const)("case 11: %s is %s", ([source, expected]) => {
  const { digits, exponent } = parseBigDecimal(source);
  expect(formatBigDecimal(normalizeBigDecimal(digits, exponent))).toBe(expected);
});

test("case 12: numbers of JSON keep their digits", () => {
  expect(BigInt.asUintN(64, BigInt(call("json.toU64", text("9223372036850770800"))))).toBe(9223372036850770800n);
  expect(call("json.toI64", text("-9223372036850770800"))).toBe(-9223372036850770800n);
  expect(callInt("json.toBigInt", text("-922337203685077092345034"))).toBe(-922337203685077092345034n);
});

test("case 13: broken JSON fails the handler, or is a result that says so", () => {
  const broken = Buffer.from('{ "foo": ');
  expect(() => call("json.fromBytes", bytes(broken))).toThrow("Failed to parse JSON from byte array.");
  const result = Number(call("json.try_fromBytes", bytes(broken)));
  expect([memory.readU32(result), memory.readU8(memory.readU32(result + 4))]).toEqual([0, 1]);
});

test("case 14: ABI values round-trip through encode and decode", () => {
  const address: EthereumValue = { kind: "Address", value: hexToBytes(`0x${"0".repeat(37)}420`) };
  const complex: EthereumValue = {
    kind: "Tuple",
    value: [
      address,
      {
        kind: "Tuple",
        value: [
          {
            kind: "FixedArray",
            value: [
              { kind: "Uint", value: 42n },
              { kind: "Uint", value: 99n },
            ],
          },
          { kind: "Bool", value: true },
        ],
      },
    ],
  };
  const roundTrip = (type: string, value: EthereumValue) => {
    const encoded = Number(call("ethereum.encode", writeEthereumValue(memory, value)));
    return readEthereumValue(memory, Number(call("ethereum.decode", text(type), encoded)));
  };
  expect(roundTrip("address", address)).toEqual(address);
  expect(roundTrip("(address,(uint256[2],bool))", complex)).toEqual(complex);
  expect(roundTrip(" ( address , ( uint256[2] , bool ) ) ", complex)).toEqual(complex);
});

test("case 15: text loses its zeros on the way out of a mapping", () => {
  expect(readString(memory, text("b\0la\0"))).toBe("bla");
});

test("case 16: null inside an object fails deterministically and says null", () => {
  const entity = memory.allocate(4, 36);
  expect(() => readEntity(memory, entity)).toThrow(MappingError);
  expect(() => readEntity(memory, entity)).toThrow("'null'");
});

test.for([
  "(".repeat(50_000),
  `${"(".repeat(40)}bool${")".repeat(40)}`,
  "()[1000000000]",
  "uint256[0][99999999]",
  "uint256[99999999999]",
])("a type that would take for ever decodes to null", (type) => {
  expect(call("ethereum.decode", text(type), bytes(new Uint8Array(64)))).toBe(0);
});
