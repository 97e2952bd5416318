import type { Session } from "@weft/devnet";
import { type Abi, type Address, decodeFunctionResult, encodeFunctionData } from "viem";

/** A view to ask, of a block's state, as if a second later than the block's own had come. */
export interface CallAt {
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly blockNumber: bigint;
  /** Unix time. */
  readonly time: bigint;
}

/** What a view would say at `time` if nothing happened after the block. */
export async function callAt<T>({ client }: Session, request: CallAt): Promise<T> {
  const { address, abi, functionName, args = [], blockNumber, time } = request;
  const data = encodeFunctionData({ abi, functionName, args });
  const { data: answer = "0x" } = await client.call({ to: address, data, blockNumber, blockOverrides: { time } });
  return decodeFunctionResult({ abi, functionName, data: answer }) as T;
}
