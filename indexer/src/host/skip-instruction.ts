import type { WasmReader } from "./wasm-reader.ts";

/** What follows the number of an instruction: LEB128 numbers, or bytes of a fixed length. */
type Operands = { readonly numbers: number } | { readonly bytes: number };

const NONE: Operands = { numbers: 0 };

/** Operands of the instructions that have some, by the first and last number of a range. */
const RANGES: readonly (readonly [from: number, to: number, operands: Operands])[] = [
  // unreachable, nop; block, loop, if; else, end
  [0x00, 0x01, NONE],
  [0x02, 0x04, { numbers: 1 }],
  [0x05, 0x05, NONE],
  [0x0b, 0x0b, NONE],
  // br, br_if; return; call; call_indirect
  [0x0c, 0x0d, { numbers: 1 }],
  [0x0f, 0x0f, NONE],
  [0x10, 0x10, { numbers: 1 }],
  [0x11, 0x11, { numbers: 2 }],
  // drop, select; variables and tables; loads and stores; memory.size, memory.grow
  [0x1a, 0x1b, NONE],
  [0x20, 0x26, { numbers: 1 }],
  [0x28, 0x3e, { numbers: 2 }],
  [0x3f, 0x40, { numbers: 1 }],
  // constants; arithmetic; references
  [0x41, 0x42, { numbers: 1 }],
  [0x43, 0x43, { bytes: 4 }],
  [0x44, 0x44, { bytes: 8 }],
  [0x45, 0xc4, NONE],
  [0xd0, 0xd0, { numbers: 1 }],
  [0xd1, 0xd1, NONE],
  [0xd2, 0xd2, { numbers: 1 }],
];

const BR_TABLE = 0x0e;
const SELECT_TYPED = 0x1c;
const PREFIXED = 0xfc;

/** How many numbers follow the second number of instructions that begin with 0xfc. */
const PREFIXED_NUMBERS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function createTable(): readonly (Operands | undefined)[] {
  const table: (Operands | undefined)[] = Array(256).fill(undefined);
  for (const [from, to, operands] of RANGES) table.fill(operands, from, to + 1);
  return table;
}

const TABLE = createTable();

function skipNumbers(reader: WasmReader, count: number): void {
  for (let left = count; left > 0; left--) reader.skipNumber();
}

function countNumbers(reader: WasmReader, opcode: number): number {
  if (opcode === BR_TABLE) return reader.u32() + 1;
  if (opcode === SELECT_TYPED) return reader.u32();
  const numbers = opcode === PREFIXED ? PREFIXED_NUMBERS[reader.u32()] : undefined;
  if (numbers === undefined) throw new RangeError(`unknown instruction ${opcode}`);
  return numbers;
}

/** Skips what follows an instruction's number. @throws RangeError for instructions that AssemblyScript does not make. */
export function skipOperands(reader: WasmReader, opcode: number): void {
  const operands = TABLE[opcode];
  if (operands !== undefined) {
    if ("bytes" in operands) reader.skip(operands.bytes);
    else skipNumbers(reader, operands.numbers);
    return;
  }
  skipNumbers(reader, countNumbers(reader, opcode));
}
