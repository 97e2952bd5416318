import { personalTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** A shareholder's doubt about a gain that was realized. */
export interface DisputeRequest {
  readonly from: Address;
  readonly token: Address;
  /** Number of the gain within the token, from 0. */
  readonly realizationId: bigint;
  /** Link or hash to the reasons. */
  readonly uri: string;
}

/** Puts a dispute on the record of a person's token. */
export async function dispute({ client }: Session, request: DisputeRequest): Promise<void> {
  const simulated = await client.simulateContract({
    account: request.from,
    address: request.token,
    abi: personalTokenAbi,
    functionName: "dispute",
    args: [request.realizationId, request.uri],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
}
