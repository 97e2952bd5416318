/** A cursor over a module's bytes that throws `RangeError` at their end. */
export class WasmReader {
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

/** An unsigned LEB128 number. */
export function encodeU32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}
