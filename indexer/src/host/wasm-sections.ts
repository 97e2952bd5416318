import type { WasmReader } from "./wasm-reader.ts";

/** Numbers of a module's sections. */
export const SECTION = { import: 2, memory: 5, global: 6, export: 7, code: 10 } as const;
/** Kinds of imports and exports. */
export const KIND = { function: 0, table: 1, memory: 2, global: 3 } as const;
/** Bytes before the first section. */
export const HEADER_SIZE = 8;

/** How many functions and variables a module imports: its own are numbered after them. */
export interface ImportCounts {
  readonly functions: number;
  readonly globals: number;
}

/** Skips a table's or memory's limits. */
function skipLimits(reader: WasmReader): void {
  const flags = reader.byte();
  reader.skipNumber();
  if ((flags & 1) === 1) reader.skipNumber();
}

/** Counts the imports of the section that `reader` stands in. @throws RangeError when it is broken. */
export function countImports(reader: WasmReader): ImportCounts {
  let functions = 0;
  let globals = 0;
  for (let left = reader.u32(); left > 0; left--) {
    reader.skip(reader.u32());
    reader.skip(reader.u32());
    const kind = reader.byte();
    if (kind === KIND.function) {
      reader.skipNumber();
      functions += 1;
    } else if (kind === KIND.memory) skipLimits(reader);
    else if (kind === KIND.table) {
      reader.byte();
      skipLimits(reader);
    } else if (kind === KIND.global) {
      reader.skip(2);
      globals += 1;
    } else throw new RangeError(`an import is of unknown kind ${kind}`);
  }
  return { functions, globals };
}

/** Skips a constant expression. @throws RangeError when it is broken. */
export function skipExpression(reader: WasmReader): void {
  for (;;) {
    const opcode = reader.byte();
    if (opcode === 0x0b) return;
    if (opcode === 0x41 || opcode === 0x42 || opcode === 0x23) reader.skipNumber();
    else if (opcode === 0x43) reader.skip(4);
    else if (opcode === 0x44) reader.skip(8);
    else throw new RangeError(`an initial value uses instruction ${opcode}`);
  }
}
