import { erc20Abi, zeroAddress } from "viem";
import type { Session } from "./session.ts";

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
    abi: erc20Abi,
    functionName: "approve",
    args: [payment.token, payment.amount],
  });
  await client.writeContractSync({ ...request, throwOnReceiptRevert: true });
  return 0n;
}
