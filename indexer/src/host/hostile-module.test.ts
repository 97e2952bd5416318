import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { IndexerError } from "../errors/indexer-error.ts";
import type { Block } from "../source/chain-types.ts";
import { type CompiledMapping, compileMapping } from "./compile-mapping.ts";
import { exportGlobals } from "./export-globals.ts";
import type { Host } from "./host.ts";
import { meterModule } from "./meter-module.ts";
import { runHandler } from "./run-handler.ts";

const WORD = `0x${"11".repeat(32)}` as const;

const BLOCK: Block = {
  number: 5,
  hash: WORD,
  parentHash: WORD,
  timestamp: 7,
  unclesHash: WORD,
  author: `0x${"22".repeat(20)}`,
  stateRoot: WORD,
  transactionsRoot: WORD,
  receiptsRoot: WORD,
  gasUsed: 1n,
  gasLimit: 2n,
  difficulty: 0n,
  totalDifficulty: 0n,
  size: null,
  baseFeePerGas: 1n,
  transactions: new Map(),
};

/** A host that has nothing and takes everything. */
const HOST = {
  getEntity: () => null,
  setEntity: () => undefined,
  log: () => undefined,
  createDataSource: () => undefined,
} as unknown as Host;

/** Rounds of loops that a spoiled module may go: enough for the handler, few enough for many tries. */
const ROUNDS = 2_000_000;

function compileSpoiled(bytes: Uint8Array): CompiledMapping | null {
  const metered = meterModule(bytes, ROUNDS);
  const exported = metered === null ? null : exportGlobals(metered.bytes);
  if (metered === null || exported === null || !WebAssembly.validate(exported as Uint8Array<ArrayBuffer>)) return null;
  const module = new WebAssembly.Module(exported as Uint8Array<ArrayBuffer>);
  const imports = WebAssembly.Module.imports(module).filter((item) => item.kind === "function");
  return { path: "spoiled", module, imports, resettable: true, fuel: metered.fuel, classIds: new Map() };
}

const run = (mapping: CompiledMapping) =>
  runHandler(mapping, "handlePoller", HOST, { block: BLOCK, write: (_, pointer) => pointer });

const factory = () => readFile(join(dirname(builtManifest("features")), "Factory/Factory.wasm"));

test("a spoiled module never runs on, and what stops it is always told as the mapping's failure", async () => {
  const module = Uint8Array.from(await factory());
  let ran = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(module.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (edits) => {
      const spoiled = module.slice();
      for (const [position, byte] of edits) spoiled[position] = byte;
      const mapping = compileSpoiled(spoiled);
      if (mapping === null) return;
      ran++;
      try {
        run(mapping);
      } catch (error) {
        expect(error).toBeInstanceOf(IndexerError);
      }
    }),
    { numRuns: 400 },
  );
  expect(ran).toBeGreaterThan(20);
});

test("a module that does not exist as such is refused by name", async () => {
  const bytes = Uint8Array.from([1, 2, 3]);
  await expect(compileMapping({ path: "x.wasm", bytes })).rejects.toThrow("x.wasm: the file is not WebAssembly.");
});

test("a handler that the module does not have fails by name", async () => {
  const mapping = await compileMapping({ path: "f.wasm", bytes: Uint8Array.from(await factory()) });
  expect(() => runHandler(mapping, "nothing", HOST, { block: BLOCK, write: (_, pointer) => pointer })).toThrow(
    "function nothing not found in the mapping",
  );
  expect(() => run(mapping)).not.toThrow();
});
