import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { type Address, maxUint256 } from "viem";
import type { Session } from "./session.ts";
import { tokenErrors } from "./token-errors.ts";

/** A stake: member shares go in, network shares come out. */
export interface StakeRequest {
  readonly from: Address;
  readonly network: Address;
  readonly termsId: bigint;
  /** In wei of the member token. All that the terms still take, if not said. */
  readonly amount?: bigint;
  /** Who receives the network shares: the caller, if not said, or the caller's personal token. */
  readonly to?: Address;
}

/** Approves the member shares, stakes them, and returns the network shares that came out, in wei. */
export async function stake({ client }: Session, request: StakeRequest): Promise<bigint> {
  const { from, network, termsId, to = from } = request;
  const contract = { address: network, abi: [...networkTokenAbi, ...tokenErrors] } as const;
  const [terms, used] = await client.readContract({ ...contract, functionName: "termsOf", args: [termsId] });
  const amount = request.amount ?? terms.cap - used;
  // Personal tokens and networks approve alike.
  const approval = await client.simulateContract({
    account: from,
    address: terms.member,
    abi: personalTokenAbi,
    functionName: "approve",
    args: [network, amount],
  });
  await client.writeContractSync({ ...approval.request, throwOnReceiptRevert: true });
  const simulated = await client.simulateContract({
    ...contract,
    account: from,
    functionName: "stake",
    args: [termsId, amount, to, maxUint256],
  });
  await client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
