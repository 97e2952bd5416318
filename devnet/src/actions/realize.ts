import { personalTokenAbi } from "@weft/abis";
import { type CurrencyPayment, currencyValue } from "./currency-value.ts";
import type { Session } from "./session.ts";

/** A gain that a person pays into the person's own token. */
export interface RealizeRequest extends CurrencyPayment {
  /** Seconds over which it streams; at once if not said. */
  readonly duration?: bigint;
  /** Link or hash to what backs it. */
  readonly evidence: string;
}

/** Realizes a gain and returns its number within the token, from 0. */
export async function realize(session: Session, request: RealizeRequest): Promise<bigint> {
  const { from, token, amount, duration = 0n, evidence } = request;
  const simulated = await session.client.simulateContract({
    account: from,
    address: token,
    abi: personalTokenAbi,
    functionName: "realize",
    args: [amount, duration, evidence],
    value: await currencyValue(session, request),
  });
  await session.client.writeContractSync({ ...simulated.request, throwOnReceiptRevert: true });
  return simulated.result;
}
