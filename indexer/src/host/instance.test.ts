import { beforeAll, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import type { Block } from "../source/chain-types.ts";
import { type CompiledMapping, compileMapping } from "./compile-mapping.ts";
import { exportGlobals } from "./export-globals.ts";
import type { Host } from "./host.ts";
import { createInstance } from "./instance.ts";
import { writeBlock } from "./memory/event.ts";
import type { Memory } from "./memory/memory.ts";
import { writeString } from "./memory/string.ts";

const HOST = {} as Host;
const hash = (digit: string) => `0x${digit.repeat(64)}` as const;

function block(number: number): Block {
  const digit = (number % 10).toString();
  return {
    number,
    hash: hash(digit),
    parentHash: hash(digit),
    timestamp: number,
    unclesHash: hash(digit),
    author: `0x${digit.repeat(40)}`,
    stateRoot: hash(digit),
    transactionsRoot: hash(digit),
    receiptsRoot: hash(digit),
    gasUsed: 1n,
    gasLimit: 2n,
    difficulty: 0n,
    totalDifficulty: 0n,
    size: null,
    baseFeePerGas: 7n,
    transactions: new Map(),
  };
}

let mapping: CompiledMapping;
let bytes: Uint8Array;

beforeAll(async () => {
  const manifest = await readManifest(builtManifest("factory"));
  const [source] = manifest.dataSources;
  if (source === undefined) throw new Error("the test subgraph has no data source");
  mapping = await compileMapping(source.wasm);
  bytes = source.wasm.bytes;
});

/** What an instance's allocator and memory show: where the next object goes, and every byte before it. */
function stateOf(memory: Memory): { readonly next: number; readonly content: string } {
  const next = memory.allocate(16, 0);
  return { next, content: Buffer.from(memory.readBytes(0, next)).toString("hex") };
}

describe("an instance that is put back", () => {
  const write = (number: Block) => (memory: Memory) => writeBlock(memory, number);

  test("is what a new one is, after the same block and after another", () => {
    const [first, second] = [block(1), block(2)];
    const fresh = createInstance(mapping, HOST);
    const expected = { pointer: fresh.reset(HOST, second, write(second)), ...stateOf(fresh.memory) };
    const used = createInstance(mapping, HOST);
    for (const next of [first, first, second, second]) {
      const pointer = used.reset(HOST, next, write(next));
      if (next === second) expect({ pointer, ...stateOf(used.memory) }).toEqual(expected);
      for (let index = 0; index < 100; index++) writeString(used.memory, "something that a handler leaves behind");
    }
  });

  test("can be told from one that grew too large", () => {
    const instance = createInstance(mapping, HOST);
    const one = block(1);
    instance.reset(HOST, one, write(one));
    expect(instance.isReusable()).toBe(true);
    writeString(instance.memory, "x".repeat(1_000_000));
    expect(instance.isReusable()).toBe(false);
  });
});

describe("exporting a module's variables", () => {
  test("changes nothing else", async () => {
    const names = (module: WebAssembly.Module) => WebAssembly.Module.exports(module).map((item) => item.name);
    const original = await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
    const added = names(mapping.module).filter((name) => !names(original).includes(name));
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((name) => name.startsWith("weft:global:"))).toBe(true);
    expect(names(mapping.module).slice(0, names(original).length)).toEqual(names(original));
  });

  test("leaves alone what it does not understand", () => {
    for (let length = 8; length < bytes.length; length += 997) {
      const cut = exportGlobals(bytes.subarray(0, length));
      if (cut !== null) expect(WebAssembly.validate(cut as Uint8Array<ArrayBuffer>)).toBe(false);
    }
    expect(exportGlobals(new Uint8Array(3))).toBeNull();
  });
});
