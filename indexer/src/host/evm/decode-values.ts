import type { AbiParameter, Hex } from "viem";
import { decodeAbiParameters } from "viem/utils";
import { hexToBytes } from "../../values/bytes.ts";
import { decodeWords } from "./decode-word.ts";
import type { EthereumValue } from "./ethereum-value.ts";

function elementOf(parameter: AbiParameter): { element: AbiParameter; fixed: boolean } | null {
  const match = /^(.*)\[(\d*)\]$/.exec(parameter.type);
  if (match === null) return null;
  return { element: { ...parameter, type: match[1] ?? "" }, fixed: match[2] !== "" };
}

/** The tagged form of one value that viem decoded for `parameter`. */
export function toEthereumValue(parameter: AbiParameter, value: unknown): EthereumValue {
  const array = elementOf(parameter);
  if (array !== null) {
    const elements = (value as readonly unknown[]).map((element) => toEthereumValue(array.element, element));
    return { kind: array.fixed ? "FixedArray" : "Array", value: elements };
  }
  const { type } = parameter;
  if (type === "tuple" && "components" in parameter) {
    const members = value as readonly unknown[];
    return { kind: "Tuple", value: parameter.components.map((part, index) => toEthereumValue(part, members[index])) };
  }
  if (type === "bool") return { kind: "Bool", value: value as boolean };
  if (type === "string") return { kind: "String", value: value as string };
  if (type.startsWith("uint")) return { kind: "Uint", value: BigInt(value as number | bigint) };
  if (type.startsWith("int")) return { kind: "Int", value: BigInt(value as number | bigint) };
  const bytes = hexToBytes(value as Hex);
  if (type === "address") return { kind: "Address", value: bytes };
  return { kind: type === "bytes" ? "Bytes" : "FixedBytes", value: bytes };
}

/** Decodes parameters of any type; null when `data` does not hold them. */
export function decodeGeneral(parameters: readonly AbiParameter[], data: Hex): readonly EthereumValue[] | null {
  let values: readonly unknown[];
  try {
    values = decodeAbiParameters(parameters, data);
  } catch {
    return null;
  }
  return parameters.map((parameter, index) => toEthereumValue(parameter, values[index]));
}

/** Decodes ABI-encoded values of unnamed `parameters`; null when `data` does not hold them. */
export function decodeValues(parameters: readonly AbiParameter[], data: Hex): readonly EthereumValue[] | null {
  if (parameters.length === 0) return [];
  const words = decodeWords(parameters, data);
  return words === undefined ? decodeGeneral(parameters, data) : words;
}
