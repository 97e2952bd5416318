/** Prefix of the names under which a module's own global variables are exported. */
const EXPORT_PREFIX = "weft:global:";

const SECTION = { import: 2, global: 6, export: 7 } as const;
const KIND = { function: 0, table: 1, memory: 2, global: 3 } as const;
const HEADER_SIZE = 8;

/** A cursor over a module's bytes that throws `RangeError` at their end. */
class Reader {
  offset: number;
  readonly end: number;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, offset: number, end: number) {
    if (end > bytes.length) throw new RangeError("the module ends within a section");
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
  }

  byte(): number {
    const value = this.bytes[this.offset];
    if (value === undefined || this.offset >= this.end) throw new RangeError("the section ends early");
    this.offset += 1;
    return value;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  u32(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError("a number is too long");
  }

  skipNumber(): void {
    while (this.byte() >= 0x80);
  }

  skip(length: number): void {
    if (this.offset + length > this.end) throw new RangeError("the section ends early");
    this.offset += length;
  }
}

/** Skips a table's or memory's limits. */
function skipLimits(reader: Reader): void {
  const flags = reader.byte();
  reader.skipNumber();
  if ((flags & 1) === 1) reader.skipNumber();
}

function countImportedGlobals(reader: Reader): number {
  let globals = 0;
  for (let left = reader.u32(); left > 0; left--) {
    reader.skip(reader.u32());
    reader.skip(reader.u32());
    const kind = reader.byte();
    if (kind === KIND.function) reader.skipNumber();
    else if (kind === KIND.memory) skipLimits(reader);
    else if (kind === KIND.table) {
      reader.byte();
      skipLimits(reader);
    } else if (kind === KIND.global) {
      reader.skip(2);
      globals += 1;
    } else throw new RangeError(`an import is of unknown kind ${kind}`);
  }
  return globals;
}

/** Skips a constant expression. */
function skipExpression(reader: Reader): void {
  for (;;) {
    const opcode = reader.byte();
    if (opcode === 0x0b) return;
    if (opcode === 0x41 || opcode === 0x42 || opcode === 0x23) reader.skipNumber();
    else if (opcode === 0x43) reader.skip(4);
    else if (opcode === 0x44) reader.skip(8);
    else throw new RangeError(`an initial value uses instruction ${opcode}`);
  }
}

function mutableGlobals(reader: Reader, imported: number): number[] {
  const mutable: number[] = [];
  const count = reader.u32();
  for (let index = 0; index < count; index++) {
    reader.byte();
    if (reader.byte() === 1) mutable.push(imported + index);
    skipExpression(reader);
  }
  return mutable;
}

function encodeU32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** The export section with further globals in it. */
function withExports(section: Uint8Array, globals: readonly number[]): Uint8Array {
  const reader = new Reader(section, 0, section.length);
  const count = reader.u32();
  const added = globals.flatMap((index) => {
    const name = Buffer.from(`${EXPORT_PREFIX}${index}`);
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
    const reader = new Reader(module, HEADER_SIZE, module.length);
    let imported = 0;
    let globals: number[] = [];
    let exported = false;
    while (reader.offset < module.length) {
      const start = reader.offset;
      const id = reader.byte();
      const size = reader.u32();
      const content = new Reader(module, reader.offset, reader.offset + size);
      reader.skip(size);
      if (id === SECTION.import) imported = countImportedGlobals(content);
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

/** The variables that {@link exportGlobals} made visible, of one instance. */
export function exportedGlobals(exports: WebAssembly.Exports): WebAssembly.Global[] {
  return Object.entries(exports)
    .filter(([name]) => name.startsWith(EXPORT_PREFIX))
    .map(([, global]) => global as WebAssembly.Global);
}
