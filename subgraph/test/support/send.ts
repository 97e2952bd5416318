import type { Session } from "@weft/devnet";
import type { Abi, Address } from "viem";

/** One call that changes something. */
export interface Call {
  readonly account: Address;
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args?: readonly unknown[];
  /** Coins sent along, in wei. */
  readonly value?: bigint;
}

/** Makes a call that no action of the devnet makes, and returns what it gave back. Throws what the contracts refuse. */
export async function send({ client }: Session, call: Call): Promise<unknown> {
  const { request, result } = await client.simulateContract(call);
  await client.writeContractSync({ ...request, throwOnReceiptRevert: true });
  return result;
}
