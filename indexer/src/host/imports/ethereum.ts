import type { Hex } from "viem";
import { bytesToHex, hexToBytes } from "../../values/bytes.ts";
import type { ContractCall } from "../evm/contract-call.ts";
import { decodeValues } from "../evm/decode-values.ts";
import { encodeValue } from "../evm/encode-value.ts";
import { parseType } from "../evm/parse-type.ts";
import { readPointers } from "../memory/array.ts";
import { writeBigInt } from "../memory/big-int.ts";
import { readBytes, writeBytes } from "../memory/bytes.ts";
import { readEthereumValue, writeEthereumValue, writeEthereumValues } from "../memory/ethereum-value.ts";
import { assertNotNull, type Memory, type Pointer } from "../memory/memory.ts";
import { readString } from "../memory/string.ts";
import { writeWrappedBool } from "../memory/struct.ts";
import { TYPE_INDEX } from "../type-index.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** Reads an `ethereum.SmartContractCall`. */
function readCall(memory: Memory, pointer: Pointer): ContractCall {
  assertNotNull(pointer);
  const field = (index: number) => memory.readU32(pointer + 4 * index);
  return {
    contractName: readString(memory, field(0)),
    address: readBytes(memory, field(1)),
    functionName: readString(memory, field(2)),
    functionSignature: readString(memory, field(3)),
    parameters: readPointers(memory, field(4)).map((parameter) => readEthereumValue(memory, parameter)),
  };
}

/** `ethereum.*`: contract calls, account state and ABI coding. */
export function ethereumFunctions(env: HostEnvironment): HostFunctions {
  return {
    "ethereum.call": (call = 0) => {
      const outputs = env.host.call(readCall(env.memory, call));
      return outputs === null ? 0 : writeEthereumValues(env.memory, outputs);
    },
    "ethereum.getBalance": (address = 0) => writeBigInt(env.memory, env.host.balanceOf(readBytes(env.memory, address))),
    "ethereum.hasCode": (address = 0) =>
      writeWrappedBool(env.memory, TYPE_INDEX.wrappedBool, env.host.hasCode(readBytes(env.memory, address))),
    "ethereum.encode": (value = 0) => {
      const encoded = encodeValue(readEthereumValue(env.memory, value));
      return encoded === null ? 0 : writeBytes(env.memory, hexToBytes(encoded));
    },
    "ethereum.decode": (types = 0, data = 0) => {
      const type = parseType(readString(env.memory, types));
      const bytes = bytesToHex(readBytes(env.memory, data)) as Hex;
      const value = type === null ? undefined : decodeValues([type], bytes)?.[0];
      return value === undefined ? 0 : writeEthereumValue(env.memory, value);
    },
  };
}
