import type { AbiParameter, Hex } from "viem";
import { hexToBytes } from "../../values/bytes.ts";
import type { EthereumValue } from "./ethereum-value.ts";

/** Hex digits of an ABI word. */
const WORD_DIGITS = 64;
const ADDRESS_DIGITS = 40;

/** Reads one ABI word, given as 64 hex digits; null when it is no value of the type. */
type WordDecoder = (word: string) => EthereumValue | null;

function decodeBool(word: string): EthereumValue | null {
  const value = BigInt(`0x${word}`);
  return value > 1n ? null : { kind: "Bool", value: value === 1n };
}

/** The decoder of a type that fills exactly one word; null for every other type. */
function decoderOf({ type }: AbiParameter): WordDecoder | null {
  if (type.endsWith("]") || type === "tuple" || type === "string" || type === "bytes") return null;
  if (type === "bool") return decodeBool;
  if (type === "address") return (word) => ({ kind: "Address", value: hexToBytes(word.slice(-ADDRESS_DIGITS)) });
  if (type.startsWith("uint")) return (word) => ({ kind: "Uint", value: BigInt(`0x${word}`) });
  if (type.startsWith("int")) return (word) => ({ kind: "Int", value: BigInt.asIntN(256, BigInt(`0x${word}`)) });
  const size = /^bytes(\d+)$/.exec(type)?.[1];
  if (size === undefined) return null;
  return (word) => ({ kind: "FixedBytes", value: hexToBytes(word.slice(0, 2 * Number(size))) });
}

const decoders = new WeakMap<readonly AbiParameter[], readonly WordDecoder[] | null>();

function decodersOf(parameters: readonly AbiParameter[]): readonly WordDecoder[] | null {
  const known = decoders.get(parameters);
  if (known !== undefined) return known;
  const all = parameters.map(decoderOf);
  const made = all.includes(null) ? null : (all as readonly WordDecoder[]);
  decoders.set(parameters, made);
  return made;
}

/**
 * Decodes parameters that fill one word each, which most events and calls have, without the general decoder's overhead.
 * Undefined when some parameter is of another kind; null when `data` does not hold the values.
 */
export function decodeWords(
  parameters: readonly AbiParameter[],
  data: Hex,
): readonly EthereumValue[] | null | undefined {
  const readers = decodersOf(parameters);
  if (readers === null) return undefined;
  if (data.length < 2 + WORD_DIGITS * readers.length) return null;
  const values: EthereumValue[] = [];
  for (const [index, read] of readers.entries()) {
    const start = 2 + WORD_DIGITS * index;
    const value = read(data.slice(start, start + WORD_DIGITS));
    if (value === null) return null;
    values.push(value);
  }
  return values;
}
