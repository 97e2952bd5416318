import { networkTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";
import { tokenErrors } from "./token-errors.ts";

/** Member shares that come back under exit terms. */
export interface UnstakeRequest {
  readonly from: Address;
  readonly network: Address;
  readonly termsId: bigint;
  /** In wei of the member token. */
  readonly amount: bigint;
}

/** Takes member shares back, and returns the network shares that were burned for them, in wei. */
export async function unstake({ client }: Session, request: UnstakeRequest): Promise<bigint> {
  const simulated = await client.simulateContract({
    account: request.from,
    address: request.network,
    abi: [...networkTokenAbi, ...tokenErrors],
    functionName: "unstake",
    args: [request.termsId, request.amount],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
