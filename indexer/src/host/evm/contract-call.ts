import type { Abi, AbiFunction, AbiParameter, Hex } from "viem";
import { concat, encodeAbiParameters, toFunctionSelector } from "viem/utils";
import { MappingError } from "../../errors/mapping-error.ts";
import { canonicalType } from "../../manifest/parse-abi.ts";
import { bytesToHex } from "../../values/bytes.ts";
import { toViemValue } from "./encode-value.ts";
import type { EthereumValue } from "./ethereum-value.ts";
import { unnamed } from "./unnamed.ts";

/** A call that a mapping asks for: `ethereum.SmartContractCall` of graph-ts. */
export interface ContractCall {
  readonly contractName: string;
  readonly address: Uint8Array;
  readonly functionName: string;
  /** `name(in,types):(out,types)`, or `name(in,types)` without outputs. */
  readonly functionSignature: string;
  readonly parameters: readonly EthereumValue[];
}

/** A call ready for `eth_call`. */
export interface EncodedCall {
  readonly to: Hex;
  readonly data: Hex;
  readonly outputs: readonly AbiParameter[];
}

function signatureOf(item: AbiFunction): string {
  const inputs = item.inputs.map(canonicalType).join(",");
  const outputs = item.outputs.map(canonicalType).join(",");
  return `${item.name}(${inputs})${outputs === "" ? "" : `:(${outputs})`}`;
}

function bits(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function fitsInteger(type: string, value: EthereumValue): boolean {
  if (value.kind === "Uint") return type.startsWith("uint") && bits(value.value) <= Number(type.slice(4));
  if (value.kind !== "Int" || !type.startsWith("int")) return false;
  const magnitude = value.value < 0n ? -value.value - 1n : value.value;
  return bits(magnitude) < Number(type.slice(3));
}

/** Types whose values are taken as they are, by the kind they need. */
const PLAIN_KINDS: Readonly<Record<string, EthereumValue["kind"]>> = { bool: "Bool", string: "String", bytes: "Bytes" };

function fitArray(element: AbiParameter, length: string, value: EthereumValue): EthereumValue | null {
  if (value.kind !== "Array" && value.kind !== "FixedArray") return null;
  if (length !== "" && value.value.length !== Number(length)) return null;
  const elements = value.value.map(() => element);
  return fitAll(elements, value.value, length === "" ? "Array" : "FixedArray");
}

function fitFixedBytes(size: number, value: EthereumValue): EthereumValue | null {
  if (value.kind !== "FixedBytes" || value.value.length > size) return null;
  const widened = new Uint8Array(size);
  widened.set(value.value);
  return { kind: "FixedBytes", value: widened };
}

/** Checks a value against a declared type and widens fixed bytes to it; null when it does not fit. */
function fit(parameter: AbiParameter, value: EthereumValue): EthereumValue | null {
  const { type } = parameter;
  const array = /^(.*)\[(\d*)\]$/.exec(type);
  if (array !== null) return fitArray({ ...parameter, type: array[1] ?? "" }, array[2] ?? "", value);
  if (type === "tuple") {
    const components = "components" in parameter ? parameter.components : [];
    return value.kind === "Tuple" ? fitAll(components, value.value, "Tuple") : null;
  }
  if (type === "address") return value.kind === "Address" && value.value.length === 20 ? value : null;
  const plain = PLAIN_KINDS[type];
  if (plain !== undefined) return value.kind === plain ? value : null;
  if (type.startsWith("bytes")) return fitFixedBytes(Number(type.slice("bytes".length)), value);
  return fitsInteger(type, value) ? value : null;
}

function fitAll(
  parameters: readonly AbiParameter[],
  values: readonly EthereumValue[],
  kind: "Array" | "FixedArray" | "Tuple",
): EthereumValue | null {
  if (parameters.length !== values.length) return null;
  const fitted: EthereumValue[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const value = values[index];
    const result = value === undefined ? null : fit(parameter, value);
    if (result === null) return null;
    fitted.push(result);
  }
  return { kind, value: fitted };
}

function findFunction(abi: Abi, call: ContractCall): AbiFunction {
  const named = abi.filter((item): item is AbiFunction => item.type === "function" && item.name === call.functionName);
  const found = named.find((item) => signatureOf(item) === call.functionSignature);
  if (found !== undefined) return found;
  const name = `"${call.contractName}::${call.functionName}"`;
  if (named.length === 0) throw new MappingError(`Unknown function ${name} called from WASM runtime`);
  throw new MappingError(
    `Unknown function ${name} with signature \`${call.functionSignature}\` called from WASM runtime`,
  );
}

/**
 * Encodes a call of a function of the contract named `contract`.
 * @throws MappingError when an argument does not fit.
 */
export function encodeFunctionCall(
  contract: string,
  item: AbiFunction,
  address: Uint8Array,
  parameters: readonly EthereumValue[],
): EncodedCall {
  const inputs = item.inputs.map(unnamed);
  const fitted = fitAll(inputs, parameters, "Tuple");
  if (fitted === null) {
    throw new MappingError(
      `Failed to call function "${item.name}" of contract "${contract}": the arguments do not fit ${signatureOf(item)}`,
    );
  }
  const encoded = inputs.length === 0 ? "0x" : encodeAbiParameters(inputs, toViemValue(fitted) as readonly unknown[]);
  return {
    to: bytesToHex(address) as Hex,
    data: concat([toFunctionSelector(`${item.name}(${inputs.map(canonicalType).join(",")})`), encoded]),
    outputs: item.outputs.map(unnamed),
  };
}

/**
 * Finds the function that a mapping calls and encodes its arguments.
 * @throws MappingError when the ABI or function is unknown or an argument does not fit.
 */
export function encodeCall(abis: ReadonlyMap<string, Abi>, call: ContractCall): EncodedCall {
  const abi = abis.get(call.contractName);
  if (abi === undefined) {
    throw new MappingError(
      `Could not find ABI for contract "${call.contractName}", try adding it to the 'abis' section of the subgraph manifest`,
    );
  }
  return encodeFunctionCall(call.contractName, findFunction(abi, call), call.address, call.parameters);
}
