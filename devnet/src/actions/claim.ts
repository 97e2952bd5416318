import { personalTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";

/** A claim of what is due to `account`. Anybody may ask for it; only the account is paid. */
export interface ClaimRequest {
  readonly from: Address;
  readonly token: Address;
  /** The caller, if not said. */
  readonly account?: Address;
}

/** Claims and returns what was paid, in wei of the currency. */
export async function claim({ client }: Session, request: ClaimRequest): Promise<bigint> {
  const simulated = await client.simulateContract({
    account: request.from,
    address: request.token,
    abi: personalTokenAbi,
    functionName: "claim",
    args: [request.account ?? request.from],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
