import { beforeEach, expect, test } from "vitest";
import { openTestMemory } from "../../test-subgraphs/support/open-test-memory.ts";
import { bytesToHex, hexToBytes } from "../values/bytes.ts";
import type { CompiledMapping } from "./compile-mapping.ts";
import type { Host } from "./host.ts";
import { linkImports } from "./link-imports.ts";
import { readBigInt, writeBigInt } from "./memory/big-int.ts";
import { readBytes, writeBytes } from "./memory/bytes.ts";
import type { Memory } from "./memory/memory.ts";
import { readString, writeString } from "./memory/string.ts";

let memory: Memory;
let messages: string[];

beforeEach(async () => {
  memory = await openTestMemory();
  messages = [];
});

/** Calls a host function by its field name, as a module would that imports it. */
function call(name: string, ...args: number[]): number | bigint {
  const mapping = { imports: [{ module: "any", name }] } as unknown as CompiledMapping;
  const host = { log: (level: string, message: string) => messages.push(`${level}: ${message}`) } as unknown as Host;
  const linked = linkImports(mapping, { memory, host }) as Record<
    string,
    Record<string, (...args: number[]) => number>
  >;
  return linked.any?.[name]?.(...args) ?? 0;
}

const text = (value: string) => writeString(memory, value);
const bytes = (value: Uint8Array) => writeBytes(memory, value);
const int = (value: bigint) => writeBigInt(memory, value);
const callText = (name: string, ...args: number[]) => readString(memory, Number(call(name, ...args)));
const callInt = (name: string, ...args: number[]) => readBigInt(memory, Number(call(name, ...args)));

test("keccak256", () => {
  const hash = readBytes(memory, Number(call("crypto.keccak256", bytes(Buffer.from("eth")))));
  expect(bytesToHex(hash)).toBe("0x4f5b812789fc606be1b3b16908db13fc7a9adf7ca72641f84d75b47069d3d7f0");
});

test("bytes become text, broken ones with U+FFFD and without trailing zeros", () => {
  const broken = Buffer.concat([Buffer.from("Downcoin WETH-USDT"), Buffer.from([0xa0, 0, 0, 0])]);
  expect(callText("typeConversion.bytesToString", bytes(broken))).toBe("Downcoin WETH-USDT\uFFFD");
  expect(callText("typeConversion.bytesToHex", bytes(new Uint8Array(0)))).toBe("0x");
});

test("addresses need 40 hex digits", () => {
  const address = `0x${"aB".repeat(20)}`;
  const read = readBytes(memory, Number(call("typeConversion.stringToH160", text(address))));
  expect(read).toEqual(hexToBytes("ab".repeat(20)));
  expect(() => call("typeConversion.stringToH160", text("0x12"))).toThrow(
    "Failed to convert string to Address: '0x12'",
  );
});

test("integer arithmetic", () => {
  const big = 8888888888888888n;
  expect(callInt("bigInt.plus", int(127n), int(1n))).toBe(128n);
  expect(callInt("bigInt.minus", int(5n), int(10n))).toBe(-5n);
  expect(callInt("bigInt.times", int(-20n), int(5n))).toBe(-100n);
  expect(callInt("bigInt.dividedBy", int(5n), int(2n))).toBe(2n);
  expect(callInt("bigInt.mod", int(5n), int(2n))).toBe(1n);
  expect(callInt("bigInt.bitOr", int(big), int(42n))).toBe(8888888888888890n);
  expect(callInt("bigInt.bitAnd", int(big), int(42n))).toBe(40n);
  expect(callInt("bigInt.leftShift", int(big), 6)).toBe(568888888888888832n);
  expect(callInt("bigInt.rightShift", int(big), 6)).toBe(138888888888888n);
  expect(callInt("bigInt.rightShift", int(-5n), 1)).toBe(-3n);
  expect(callInt("bigInt.rightShift", int(-1n), 200)).toBe(-1n);
});

test("decimals go through memory and back to text", () => {
  const decimal = (value: string) => Number(call("bigDecimal.fromString", text(value)));
  const show = (pointer: number | bigint) => callText("bigDecimal.toString", Number(pointer));
  expect(show(call("bigDecimal.dividedBy", decimal("-1"), decimal("3")))).toBe(
    "-0.33333333333333333333333333333333333",
  );
  expect(show(call("bigInt.dividedByDecimal", int(1n), decimal("10")))).toBe("0.1");
  expect(call("bigDecimal.equals", decimal("1.50"), decimal("1.5"))).toBe(1);
  expect(() => decimal("1e")).toThrow("string  is not a BigDecimal: '1e'");
});

test("JSON numbers keep their digits", () => {
  expect(call("json.toU64", text("9223372036850770800"))).toBe(9223372036850770800n);
  expect(call("json.toI64", text("-9223372036850770800"))).toBe(-9223372036850770800n);
  expect(callInt("json.toBigInt", text("-922337203685077092345034"))).toBe(-922337203685077092345034n);
  expect(() => call("json.toI64", text("9223372036854775808"))).toThrow("cannot be parsed as i64");
});

test("broken JSON fails, or is reported by the try_ form", () => {
  const broken = bytes(Buffer.from('{"a":'));
  expect(() => call("json.fromBytes", broken)).toThrow("Failed to parse JSON from byte array");
  const result = Number(call("json.try_fromBytes", broken));
  expect([memory.readU32(result), memory.readU8(memory.readU32(result + 4))]).toEqual([0, 1]);
  const good = Number(call("json.try_fromBytes", bytes(Buffer.from("[]"))));
  expect(memory.readU32(good + 4)).toBe(0);
  expect(memory.readU32(memory.readU32(memory.readU32(good)))).toBe(4);
});

test("log levels", () => {
  call("log.log", 1, text("one"));
  call("log.log", 3, text("three"));
  call("log.log", 9, text("nine"));
  expect(messages).toEqual(["error: one", "info: three", "debug: nine"]);
});

test("abort tells what it knows", () => {
  expect(() => call("abort", text("not true"), text("src/a.ts"), 4, 3)).toThrow(
    "Mapping aborted at src/a.ts, line 4, column 3, with message: not true",
  );
  expect(() => call("abort", 0, 0, 0, 0)).toThrow("Mapping aborted at an unknown location, with no message");
});

test.for([
  ["ens.nameByHash", "Missing ENS data: see https://github.com/graphprotocol/ens-rainbow"],
  ["arweave.transactionData", "`arweave.transactionData` has been removed."],
  ["box.profile", "`box.profile` has been removed."],
  ["never.heard", "The mapping called `never.heard`, but this indexer has no such function."],
  ["__proto__", "The mapping called `__proto__`, but this indexer has no such function."],
] as const)("%s fails the handler that calls it", ([name, message]) => {
  expect(() => call(name, 0)).toThrow(message);
});

test("YAML documents become values, or say that they are none", () => {
  const value = Number(call("yaml.fromBytes", bytes(Buffer.from("!Tag\na: 1.50"))));
  const tagged = memory.readU32(value + 8);
  expect(memory.readU32(value)).toBe(6);
  expect(readString(memory, memory.readU32(tagged))).toBe("!Tag");
  expect(() => call("yaml.fromBytes", bytes(Buffer.from("[")))).toThrow(
    "Failed to parse YAML from byte array. Bytes (truncated to 1024 chars): `[`",
  );
  const result = Number(call("yaml.try_fromBytes", bytes(Buffer.from("["))));
  expect([memory.readU32(result), memory.readU8(memory.readU32(result + 4))]).toEqual([0, 1]);
  expect(() => call("yaml.try_fromBytes", bytes(new Uint8Array(1_000_001)))).toThrow("more than the limit of 1000000");
});

test.for([
  ["json.toI64", "+5", 5n],
  ["json.toF64", ".5e1", 5],
  ["json.toF64", "-inf", Number.NEGATIVE_INFINITY],
] as const)("%s takes %s as graph-node does", ([name, source, expected]) => {
  expect(call(name, text(source))).toBe(expected);
});

test.for([
  ["json.toI64", "0x10", "i64"],
  ["json.toU64", "-1", "u64"],
  ["json.toF64", " 1", "f64"],
  ["json.toF64", "0x10", "f64"],
  ["json.toBigInt", "1.5", "BigInt"],
] as const)("%s refuses %j", ([name, source, type]) => {
  expect(() => call(name, text(source))).toThrow(`JSON \`${source}\` cannot be parsed as ${type}`);
});
