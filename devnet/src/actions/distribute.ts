import { personalTokenAbi } from "@weft/abis";
import { type CurrencyPayment, currencyValue } from "./currency-value.ts";
import type { Session } from "./session.ts";

/** A gift to the holders of a token. */
export interface DistributeRequest extends CurrencyPayment {
  readonly note: string;
}

/** Gives currency to the holders of a token, a person's or a network's. */
export async function distribute(session: Session, request: DistributeRequest): Promise<void> {
  const { from, token, amount, note } = request;
  const simulated = await session.client.simulateContract({
    account: from,
    address: token,
    abi: personalTokenAbi,
    functionName: "distribute",
    args: [amount, note],
    value: await currencyValue(session, request),
  });
  await session.client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
}
