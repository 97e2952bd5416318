import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openTestMemory } from "../../../test-subgraphs/support/open-test-memory.ts";
import { MappingError } from "../../errors/mapping-error.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { readPointers, writePointers } from "./array.ts";
import { readBigDecimal } from "./big-decimal.ts";
import { readBigInt } from "./big-int.ts";
import { writeBytes } from "./bytes.ts";
import { readEntity } from "./entity.ts";
import { readEthereumValue } from "./ethereum-value.ts";
import type { Memory, Pointer } from "./memory.ts";
import { readStoreValue } from "./store-value.ts";
import { readString, writeString } from "./string.ts";
import { writeTagged } from "./struct.ts";

let memory: Memory;

beforeAll(async () => {
  memory = await openTestMemory();
});

beforeEach(() => memory.renew());

const READERS: Readonly<Record<string, (memory: Memory, pointer: Pointer) => unknown>> = {
  string: readString,
  bigInt: readBigInt,
  bigDecimal: readBigDecimal,
  entity: readEntity,
  storeValue: (target, pointer) => readStoreValue(target, pointer),
  ethereumValue: (target, pointer) => readEthereumValue(target, pointer),
  pointers: readPointers,
};

/** Words that look like what memory holds: kinds, lengths and pointers into the region itself, or anything. */
const word = (base: Pointer) =>
  fc.oneof(
    fc.nat(12),
    fc.nat(255).map((index) => base + 4 * index),
    fc.integer({ min: 0, max: 0xffff_ffff }),
  );

test.for(Object.keys(READERS))(
  "whatever memory holds, reading it as %s gives a value or fails as a mapping does",
  (name) => {
    const read = READERS[name];
    const base = memory.allocate(1024, TYPE_INDEX.arrayBuffer);
    fc.assert(
      fc.property(fc.array(word(base), { minLength: 256, maxLength: 256 }), word(base), (words, pointer) => {
        memory.renew();
        words.forEach((value, index) => {
          memory.writeU32(base + 4 * index, value);
        });
        try {
          read?.(memory, pointer);
        } catch (error) {
          expect(error).toBeInstanceOf(MappingError);
        }
      }),
      { numRuns: 500 },
    );
  },
);

/** A value of kind `kind` that is a list of the pointers that `fill` gives for it. */
function listOf(kind: number, length: number, fill: (self: Pointer) => Pointer): Pointer {
  const list = writePointers(memory, TYPE_INDEX.arrayStoreValue, Array<number>(length).fill(0));
  const value = writeTagged(memory, TYPE_INDEX.storeValue, kind, BigInt(list));
  for (let index = 0; index < length; index++) memory.writeU32(memory.readU32(list) + 4 * index, fill(value));
  return value;
}

test("a list that contains itself many times fails instead of growing without end", () => {
  const level = (inner: Pointer) => listOf(4, 1000, () => inner);
  const text = writeTagged(memory, TYPE_INDEX.storeValue, 0, BigInt(writeString(memory, "x")));
  const bomb = level(level(level(text)));
  expect(() => readStoreValue(memory, bomb)).toThrow("passed more than 536870912 bytes");
});

test("case 17: values nested more than 128 levels deep reach the recursion limit", () => {
  const store = listOf(4, 1, (self) => self);
  expect(() => readStoreValue(memory, store)).toThrow("recursion limit reached");
  const ethereum = listOf(9, 1, (self) => self);
  expect(() => readEthereumValue(memory, ethereum)).toThrow("recursion limit reached");
});

test("a text that a list holds many times is copied only so often", () => {
  const text = writeTagged(memory, TYPE_INDEX.storeValue, 0, BigInt(writeString(memory, "x".repeat(10_000))));
  const list = listOf(4, 40_000, () => text);
  expect(() => readStoreValue(memory, list)).toThrow("passed more than 536870912 bytes");
});

test("an array says how long it is in vain", () => {
  const list = writePointers(memory, TYPE_INDEX.arrayStoreValue, []);
  memory.writeU32(list + 12, 0x7fff_ffff);
  expect(() => readPointers(memory, list)).toThrow("passed more than");
  memory.renew();
  memory.writeU32(list + 12, 1_000_000);
  expect(() => readPointers(memory, list)).toThrow("Heap access out of bounds");
});

test("integers beyond graph-node's limit fail, however they are padded", () => {
  const bytes = new Uint8Array(54_427);
  bytes[54_426] = 0x08;
  expect(readBigInt(memory, writeBytes(memory, bytes))).toBe(1n << 435_411n);
  bytes[54_426] = 0x10;
  const message = "BigInt is too big, total bits 435413 (max 435412)";
  expect(() => readBigInt(memory, writeBytes(memory, Buffer.concat([bytes, new Uint8Array(100)])))).toThrow(message);
  const padded = new Uint8Array(200_000);
  padded[0] = 5;
  expect(readBigInt(memory, writeBytes(memory, padded))).toBe(5n);
  expect(readBigInt(memory, writeBytes(memory, new Uint8Array(200_000).fill(255)))).toBe(-1n);
});
