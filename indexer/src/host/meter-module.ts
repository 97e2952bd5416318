import { skipOperands } from "./skip-instruction.ts";
import { encodeU32, WasmReader } from "./wasm-reader.ts";
import { countImports, HEADER_SIZE, type ImportCounts, SECTION } from "./wasm-sections.ts";

/** Rounds of loops and calls that an instance may go, by default: all that the counter holds, some seconds. */
const MAX_ROUNDS = 2 ** 32 - 1;

/** What one call of the host costs; a round of a loop and a call within the module cost 1. */
const HOST_CALL_COST = 4096;

/** Largest memory of an instance, in pages of 64 KiB: half a gigabyte. */
const MAX_PAGES = 8192;

const LOOP = 0x03;
const CALL = 0x10;

/** A module that stops by itself. */
export interface MeteredModule {
  readonly bytes: Uint8Array;
  /** Number of the variable that counts down; when it is 0, the module stops with the trap `unreachable`. */
  readonly fuel: number;
}

/** Code that takes `cost` off the fuel, or stops with none left. */
function charge(fuel: number, cost: number): Uint8Array {
  const global = encodeU32(fuel);
  const constant = [0x41, ...encodeSigned(cost)];
  const get = [0x23, ...global];
  const set = [0x24, ...global];
  const isLess = [...get, ...constant, 0x49];
  const stop = [0x04, 0x40, 0x41, 0x00, ...set, 0x00, 0x0b];
  return Uint8Array.from([...isLess, ...stop, ...get, ...constant, 0x6b, ...set]);
}

/** A signed LEB128 number of a small positive value. */
function encodeSigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x40) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest];
}

function sized(content: readonly Uint8Array[]): Uint8Array[] {
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return [Uint8Array.from(encodeU32(size)), ...content];
}

/** The code of one function, charged at its entry, at every round of a loop and at every call of the host. */
function meterBody(body: Uint8Array, fuel: number, imported: number): Uint8Array[] {
  const step = charge(fuel, 1);
  const hostCall = charge(fuel, HOST_CALL_COST);
  const reader = new WasmReader(body, 0, body.length);
  for (let groups = reader.u32(); groups > 0; groups--) {
    reader.skipNumber();
    reader.byte();
  }
  const parts: Uint8Array[] = [body.subarray(0, reader.offset), step];
  let copied = reader.offset;
  while (reader.offset < body.length) {
    const start = reader.offset;
    const opcode = reader.byte();
    if (opcode === CALL && reader.u32() < imported) {
      parts.push(body.subarray(copied, start), hostCall);
      copied = start;
    } else if (opcode !== CALL) skipOperands(reader, opcode);
    if (opcode === LOOP) {
      parts.push(body.subarray(copied, reader.offset), step);
      copied = reader.offset;
    }
  }
  parts.push(body.subarray(copied));
  return sized(parts);
}

function meterCode(section: Uint8Array, fuel: number, imported: number): Uint8Array[] {
  const reader = new WasmReader(section, 0, section.length);
  const count = reader.u32();
  const parts: Uint8Array[] = [section.subarray(0, reader.offset)];
  for (let left = count; left > 0; left--) {
    const size = reader.u32();
    reader.skip(size);
    parts.push(...meterBody(section.subarray(reader.offset - size, reader.offset), fuel, imported));
  }
  return parts;
}

/** The section of variables with the fuel after the module's own; the largest number without sign is written as -1. */
function withFuel(section: Uint8Array, rounds: number): { readonly parts: Uint8Array[]; readonly count: number } {
  const reader = new WasmReader(section, 0, section.length);
  const count = reader.u32();
  const start = rounds === MAX_ROUNDS ? [0x7f] : encodeSigned(rounds);
  const fuel = Uint8Array.from([0x7f, 0x01, 0x41, ...start, 0x0b]);
  return { parts: [Uint8Array.from(encodeU32(count + 1)), section.subarray(reader.offset), fuel], count };
}

/** The section of the memory with a limit on its growth. */
function withLimit(section: Uint8Array): Uint8Array[] {
  const reader = new WasmReader(section, 0, section.length);
  if (reader.u32() !== 1) throw new RangeError("the module has not one memory");
  const flags = reader.byte();
  if (flags > 1) throw new RangeError("the memory is of an unknown kind");
  const min = reader.u32();
  const max = flags === 1 ? reader.u32() : MAX_PAGES;
  return [Uint8Array.from([1, 1, ...encodeU32(min), ...encodeU32(Math.min(max, MAX_PAGES))])];
}

/**
 * Makes a module stop when it has gone some four billion rounds of loops and calls, or called its host a million times, and
 * bounds its memory: WebAssembly cannot be interrupted from outside. Instructions that copy memory count as one.
 * Null when the module is not understood; whether it is valid at all, only the compiler says.
 */
export function meterModule(module: Uint8Array, rounds = MAX_ROUNDS): MeteredModule | null {
  try {
    const parts: Uint8Array[] = [module.subarray(0, HEADER_SIZE)];
    const reader = new WasmReader(module, HEADER_SIZE, module.length);
    let imported: ImportCounts = { functions: 0, globals: 0 };
    let fuel: number | null = null;
    while (reader.offset < module.length) {
      const start = reader.offset;
      const id = reader.byte();
      const size = reader.u32();
      reader.skip(size);
      const content = module.subarray(reader.offset - size, reader.offset);
      const replace = (section: readonly Uint8Array[]) => parts.push(Uint8Array.from([id]), ...sized(section));
      if (id === SECTION.import) imported = countImports(new WasmReader(content, 0, content.length));
      if (id === SECTION.memory) replace(withLimit(content));
      else if (id === SECTION.global) {
        const { count, parts: section } = withFuel(content, rounds);
        fuel = imported.globals + count;
        replace(section);
      } else if (id === SECTION.code) {
        if (fuel === null) return null;
        replace(meterCode(content, fuel, imported.functions));
      } else parts.push(module.subarray(start, reader.offset));
    }
    return fuel === null ? null : { bytes: Buffer.concat(parts), fuel };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
