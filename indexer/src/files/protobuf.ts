import { FileError } from "./file-error.ts";

/** A field of a protobuf message: a number, or bytes. */
export interface ProtobufField {
  readonly number: number;
  readonly value: bigint | Uint8Array;
}

const VARINT = 0;
const BYTES = 2;

function broken(): FileError {
  return new FileError("The block is no UnixFS node.");
}

/** Reads the fields of a message in order. @throws FileError when it is none. */
export function readProtobuf(message: Uint8Array): readonly ProtobufField[] {
  const fields: ProtobufField[] = [];
  let position = 0;
  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const byte = message[position++];
      if (byte === undefined) throw broken();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw broken();
  }
  while (position < message.length) {
    const key = Number(varint());
    const number = key >>> 3;
    const kind = key & 7;
    if (kind === VARINT) fields.push({ number, value: varint() });
    else if (kind === BYTES) {
      const length = Number(varint());
      if (length > message.length - position) throw broken();
      fields.push({ number, value: message.subarray(position, position + length) });
      position += length;
    } else throw broken();
  }
  return fields;
}

/** A varint. */
export function writeVarint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** A field of bytes. */
export function writeBytesField(number: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([(number << 3) | BYTES, ...writeVarint(bytes.length)]), bytes]);
}

/** A field with a number. */
export function writeNumberField(number: number, value: number): Uint8Array {
  return Buffer.from([(number << 3) | VARINT, ...writeVarint(value)]);
}
