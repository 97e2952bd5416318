import { personalTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** Shares that pass from one wallet to another. */
export interface TransferRequest {
  readonly from: Address;
  readonly token: Address;
  readonly to: Address;
  /** In wei of the token. */
  readonly amount: bigint;
}

/** Transfers shares of a token, a person's or a network's. */
export async function transfer({ client }: Session, request: TransferRequest): Promise<void> {
  const simulated = await client.simulateContract({
    account: request.from,
    address: request.token,
    abi: personalTokenAbi,
    functionName: "transfer",
    args: [request.to, request.amount],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
}
