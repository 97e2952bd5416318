import { parseAbi, zeroAddress } from "viem";
import type { Session } from "./session.ts";

/** Without a result: old currencies return nothing, and one that refuses reverts. */
const APPROVE_ABI = parseAbi(["function approve(address spender, uint256 amount)"]);

/** Who pays which token how much of the currency. */
export interface CurrencyPayment {
  readonly from: `0x${string}`;
  readonly token: `0x${string}`;
  /** In wei of the currency. */
  readonly amount: bigint;
}

/** What a call that pays currency sends along: the amount in the chain's coin, or nothing after approving an ERC-20. */
export async function currencyValue({ client, deployment }: Session, payment: CurrencyPayment): Promise<bigint> {
  if (deployment.currency === zeroAddress) return payment.amount;
  const { request } = await client.simulateContract({
    account: payment.from,
    address: deployment.currency,
    abi: APPROVE_ABI,
    functionName: "approve",
    args: [payment.token, payment.amount],
  });
  await client.writeContractSync({ ...request, throwOnReceiptRevert: true });
  return 0n;
}
