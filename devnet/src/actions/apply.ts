import { networkTokenAbi } from "@weft/abis";
import type { Address } from "viem";
import type { Session } from "./session.ts";
import { tokenErrors } from "./token-errors.ts";

/** An application for membership: what the caller would stake, and for how much. Commits nobody. */
export interface ApplicationRequest {
  readonly from: Address;
  readonly network: Address;
  /** Token whose shares the caller would stake. */
  readonly member: Address;
  /** In wei of the member token. */
  readonly amount: bigint;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Link or hash to what speaks for it. */
  readonly uri: string;
}

/** Puts an application on a network's record. */
export async function applyForMembership({ client }: Session, request: ApplicationRequest): Promise<void> {
  const { from, network, member, amount, rate, uri } = request;
  const simulated = await client.simulateContract({
    account: from,
    address: network,
    abi: [...networkTokenAbi, ...tokenErrors],
    functionName: "applyForMembership",
    args: [member, amount, rate, uri],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
}
