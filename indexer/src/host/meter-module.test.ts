import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { exportedGlobals, exportGlobals, globalExportName } from "./export-globals.ts";
import { meterModule } from "./meter-module.ts";

function section(id: number, ...content: number[]): number[] {
  return [id, content.length, ...content];
}

/** A module with one variable, a memory of one page, the import `h.h`, and the exported function `run` with the given code. */
function moduleOf(code: readonly number[], locals: readonly number[] = [0]): Uint8Array<ArrayBuffer> {
  const body = [...locals, ...code, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, 1, 0x60, 0, 0),
    ...section(2, 1, 1, 0x68, 1, 0x68, 0, 0),
    ...section(3, 1, 0),
    ...section(5, 1, 0, 1),
    ...section(6, 1, 0x7f, 1, 0x41, 0, 0x0b),
    ...section(7, 2, 3, 0x72, 0x75, 0x6e, 0, 1, 3, 0x6d, 0x65, 0x6d, 2, 0),
    ...section(10, 1, body.length, ...body),
  ]);
}

interface Run {
  readonly calls: number;
  readonly failure: string | null;
  readonly fuel: number;
  readonly exports: WebAssembly.Exports;
}

/** Runs a module that may go `rounds` rounds. */
function run(module: Uint8Array, rounds: number): Run {
  const metered = meterModule(module, rounds);
  if (metered === null) throw new Error("the module was not understood");
  const bytes = exportGlobals(metered.bytes) as Uint8Array<ArrayBuffer>;
  let calls = 0;
  const imports = { h: { h: () => calls++ } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
  let failure: string | null = null;
  try {
    (exports.run as () => void)();
  } catch (error) {
    failure = (error as Error).message;
  }
  const fuel = (exports[globalExportName(metered.fuel)] as WebAssembly.Global).value;
  return { calls, failure, fuel, exports };
}

test("a loop that does not end is stopped", () => {
  // loop; br 0; end
  expect(run(moduleOf([0x03, 0x40, 0x0c, 0, 0x0b]), 1000)).toMatchObject({ failure: "unreachable", fuel: 0 });
});

test("a function that calls itself for ever is stopped", () => {
  expect(run(moduleOf([0x10, 1]), 1000)).toMatchObject({ failure: "unreachable", fuel: 0 });
});

test("a loop that calls the host is stopped after as many calls as its rounds pay for", () => {
  // loop; call 0; br 0; end: each round costs 4097, and the entry 1.
  const { calls, failure } = run(moduleOf([0x03, 0x40, 0x10, 0, 0x0c, 0, 0x0b]), 1 + 4097 * 5 + 4096);
  expect([calls, failure]).toEqual([5, "unreachable"]);
});

test("what ends by itself goes on as if nothing was there, and pays for what it did", () => {
  // Ten rounds: local 0 counts up.
  const ten = [0x03, 0x40, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41, 10, 0x48, 0x0d, 0, 0x0b];
  expect(run(moduleOf(ten, [1, 1, 0x7f]), 1000)).toMatchObject({ failure: null, fuel: 989 });
});

test("memory ends at half a gigabyte", () => {
  // memory.grow by 8192 pages, the result into variable 0
  const { exports } = run(moduleOf([0x41, 0x80, 0xc0, 0x00, 0x40, 0, 0x24, 0]), 1000);
  expect(exportedGlobals(exports)[0]?.value).toBe(-1);
});

test("everything that graph build makes is understood and stays valid", async () => {
  const folder = dirname(builtManifest("features"));
  for (const path of ["Factory/Factory.wasm", "templates/Document/Document.wasm"]) {
    const metered = meterModule(await readFile(join(folder, path)));
    expect(metered).not.toBeNull();
    expect(WebAssembly.validate(metered?.bytes as Uint8Array<ArrayBuffer>)).toBe(true);
  }
});

test("spoiled modules are null or at worst not valid, but never more", async () => {
  const module = new Uint8Array(await readFile(join(dirname(builtManifest("features")), "Factory/Factory.wasm")));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(module.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), (edits) => {
      const spoiled = module.slice();
      for (const [position, byte] of edits) spoiled[position] = byte;
      const metered = meterModule(spoiled);
      // What was valid stays so.
      if (metered !== null && WebAssembly.validate(spoiled)) {
        expect(WebAssembly.validate(metered.bytes as Uint8Array<ArrayBuffer>)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
