import { encodeU32, WasmReader } from "./wasm-reader.ts";
import { countImports, HEADER_SIZE, KIND, SECTION, skipExpression } from "./wasm-sections.ts";

/** Prefix of the names under which a module's own global variables are exported. */
const EXPORT_PREFIX = "weft:global:";

function mutableGlobals(reader: WasmReader, imported: number): number[] {
  const mutable: number[] = [];
  const count = reader.u32();
  for (let index = 0; index < count; index++) {
    reader.byte();
    if (reader.byte() === 1) mutable.push(imported + index);
    skipExpression(reader);
  }
  return mutable;
}

/** The export section with further globals in it. */
function withExports(section: Uint8Array, globals: readonly number[]): Uint8Array {
  const reader = new WasmReader(section, 0, section.length);
  const count = reader.u32();
  const added = globals.flatMap((index) => {
    const name = Buffer.from(globalExportName(index));
    return [...encodeU32(name.length), ...name, KIND.global, ...encodeU32(index)];
  });
  const content = [encodeU32(count + globals.length), section.subarray(reader.offset), added];
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([[SECTION.export], encodeU32(size), ...content].map((part) => Uint8Array.from(part)));
}

/**
 * Adds exports for every variable that a module keeps to itself, so that its state can be put back to what it was.
 * Nothing else changes. Null when the module is not understood; whether it is valid at all, only the compiler says.
 */
export function exportGlobals(module: Uint8Array): Uint8Array | null {
  try {
    const parts: Uint8Array[] = [module.subarray(0, HEADER_SIZE)];
    const reader = new WasmReader(module, HEADER_SIZE, module.length);
    let imported = 0;
    let globals: number[] = [];
    let exported = false;
    while (reader.offset < module.length) {
      const start = reader.offset;
      const id = reader.byte();
      const size = reader.u32();
      const content = new WasmReader(module, reader.offset, reader.offset + size);
      reader.skip(size);
      if (id === SECTION.import) imported = countImports(content).globals;
      else if (id === SECTION.global) globals = mutableGlobals(content, imported);
      if (id === SECTION.export) {
        parts.push(withExports(module.subarray(reader.offset - size, reader.offset), globals));
        exported = true;
      } else parts.push(module.subarray(start, reader.offset));
    }
    return exported ? Buffer.concat(parts) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Name under which {@link exportGlobals} exports the variable of number `index`. */
export function globalExportName(index: number): string {
  return `${EXPORT_PREFIX}${index}`;
}

/** The variables that {@link exportGlobals} made visible, of one instance. */
export function exportedGlobals(exports: WebAssembly.Exports): WebAssembly.Global[] {
  return Object.entries(exports)
    .filter(([name]) => name.startsWith(EXPORT_PREFIX))
    .map(([, global]) => global as WebAssembly.Global);
}
