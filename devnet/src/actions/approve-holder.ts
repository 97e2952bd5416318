import { personalTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** Leave to receive shares of a token that is not open to everybody. */
export interface ApproveHolderRequest {
  /** The person. */
  readonly from: Address;
  readonly token: Address;
  readonly holder: Address;
  /** Yes, if not said; no withdraws the leave. */
  readonly approved?: boolean;
}

/** Lets an account, a network's included, receive shares of the person's token. */
export async function approveHolder({ client }: Session, request: ApproveHolderRequest): Promise<void> {
  const simulated = await client.simulateContract({
    account: request.from,
    address: request.token,
    abi: personalTokenAbi,
    functionName: "approveHolder",
    args: [request.holder, request.approved ?? true],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
}
