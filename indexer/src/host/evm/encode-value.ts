import type { AbiParameter, Hex } from "viem";
import { encodeAbiParameters } from "viem/utils";
import { bytesToHex } from "../../values/bytes.ts";
import type { EthereumValue } from "./ethereum-value.ts";

/** The ABI type that a tagged value has by itself: integers are 256 bits wide. */
function typeOf(value: EthereumValue): AbiParameter {
  switch (value.kind) {
    case "Address":
      return { type: "address" };
    case "FixedBytes":
      return { type: `bytes${value.value.length}` };
    case "Bytes":
      return { type: "bytes" };
    case "Int":
      return { type: "int256" };
    case "Uint":
      return { type: "uint256" };
    case "Bool":
      return { type: "bool" };
    case "String":
      return { type: "string" };
    case "Tuple":
      return { type: "tuple", components: value.value.map(typeOf) };
    case "FixedArray":
    case "Array": {
      const [first] = value.value;
      // No element says what an empty list is of; every type encodes it the same way.
      const element = first === undefined ? { type: "uint256" } : typeOf(first);
      return { ...element, type: `${element.type}[${value.kind === "Array" ? "" : value.value.length}]` };
    }
  }
}

/** The form in which viem takes a tagged value. */
export function toViemValue(value: EthereumValue): unknown {
  switch (value.kind) {
    case "Address":
    case "FixedBytes":
    case "Bytes":
      return bytesToHex(value.value);
    case "FixedArray":
    case "Array":
    case "Tuple":
      return value.value.map(toViemValue);
    default:
      return value.value;
  }
}

/** ABI-encodes one value as `abi.encode(value)` does; null when it has no encoding. */
export function encodeValue(value: EthereumValue): Hex | null {
  try {
    return encodeAbiParameters([typeOf(value)], [toViemValue(value)]);
  } catch {
    return null;
  }
}
