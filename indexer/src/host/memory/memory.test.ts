import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { openTestMemory } from "../../../test-subgraphs/support/open-test-memory.ts";
import type { StoreEntity, StoreValue } from "../store-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { readPointers, writePointers } from "./array.ts";
import { readBigDecimal, writeBigDecimal } from "./big-decimal.ts";
import { bigIntFromBytes, bigIntToBytes, readBigInt, writeBigInt } from "./big-int.ts";
import { readEntity, writeEntity } from "./entity.ts";
import { readEthereumValue, writeEthereumValue } from "./ethereum-value.ts";
import type { Memory } from "./memory.ts";
import { readStoreValue } from "./store-value.ts";
import { readString, writeString } from "./string.ts";

let memory: Memory;

beforeAll(async () => {
  memory = await openTestMemory();
});

test("strings round-trip, but lose U+0000", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(readString(memory, writeString(memory, text))).toBe(text.replaceAll("\0", ""));
    }),
  );
  expect(readString(memory, writeString(memory, "b\0la\0"))).toBe("bla");
});

test("a string with half a surrogate pair fails", () => {
  expect(() => readString(memory, writeString(memory, "\ud800"))).toThrow("not valid UTF-16");
});

test.for([
  [0n, [0]],
  [127n, [127]],
  [128n, [128, 0]],
  [-128n, [128]],
  [-129n, [127, 255]],
] as const)("%s is written as the fewest bytes", ([value, bytes]) => {
  expect([...bigIntToBytes(value)]).toEqual(bytes);
});

test("integers round-trip, and sign extension changes nothing", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat({ max: 8 }), (value, more) => {
      expect(readBigInt(memory, writeBigInt(memory, value))).toBe(value);
      const extended = new Uint8Array([...bigIntToBytes(value), ...Array<number>(more).fill(value < 0n ? 255 : 0)]);
      expect(bigIntFromBytes(extended)).toBe(value);
    }),
  );
  expect(bigIntFromBytes(new Uint8Array(0))).toBe(0n);
});

test("decimals outside the exponent range fail when read", () => {
  const digits = BigInt(`${"9".repeat(33)}7`);
  const smallest = writeBigDecimal(memory, { digits, exponent: -6143 });
  expect(readBigDecimal(memory, smallest)).toEqual({ digits, exponent: -6143 });
  expect(() => readBigDecimal(memory, writeBigDecimal(memory, { digits, exponent: -6144 }))).toThrow(
    "big decimal exponent `-6144` is outside the `-6143` to `6144` range",
  );
});

test("entities round-trip without their nulls", () => {
  const fields: [string, StoreValue][] = [
    ["string", { kind: "String", value: "ä🙂" }],
    ["int", { kind: "Int", value: -5 }],
    ["decimal", { kind: "BigDecimal", value: { digits: -15n, exponent: -1 } }],
    ["bool", { kind: "Boolean", value: true }],
    ["list", { kind: "Array", value: [{ kind: "BigInt", value: 2n ** 255n }] }],
    ["bytes", { kind: "Bytes", value: new Uint8Array([1, 2, 3]) }],
    ["int8", { kind: "Int8", value: 9_223_372_036_854_775_807n }],
    ["time", { kind: "Timestamp", value: -1_710_837_304_040_956n }],
  ];
  const entity: StoreEntity = new Map<string, StoreValue>([...fields, ["gone", { kind: "Null", value: null }]]);
  expect(readEntity(memory, writeEntity(memory, entity))).toEqual(new Map(fields.sort()));
});

test("Ethereum values round-trip", () => {
  const value = {
    kind: "Tuple",
    value: [
      { kind: "Address", value: new Uint8Array(20).fill(7) },
      { kind: "FixedArray", value: [{ kind: "Int", value: -1n }] },
      { kind: "Array", value: [] },
      { kind: "String", value: "text" },
      { kind: "Bool", value: false },
    ],
  } as const;
  expect(readEthereumValue(memory, writeEthereumValue(memory, value))).toEqual(value);
});

test("null where an object is needed fails", () => {
  expect(() => readString(memory, 0)).toThrow("Tried to read AssemblyScript value that is 'null'");
  expect(() => readStoreValue(memory, 0)).toThrow("'null'");
});

test("reading outside the memory fails", () => {
  expect(() => memory.readU32(0xffff_fff0)).toThrow("Heap access out of bounds. Offset: 4294967280 Size: 4");
});

test("an array that contains itself fails instead of going on for ever", () => {
  const list = writePointers(memory, TYPE_INDEX.arrayStoreValue, [0]);
  const value = memory.allocate(16, TYPE_INDEX.storeValue);
  memory.writeU32(value, 4);
  memory.writeI64(value + 8, BigInt(list));
  memory.writeU32(memory.readU32(list), value);
  expect(readPointers(memory, list)).toEqual([value]);
  expect(() => readStoreValue(memory, value)).toThrow("recursion limit reached");
});
