import { settlementAbi } from "../../../chain/contracts.ts";
import { settleGas } from "../../../chain/settle-gas.ts";
import type { Address } from "../../../lib/address.ts";
import { type TransactRequest, transactRequest } from "../../transact/transact-request.ts";
import type { ClaimPlan } from "./claim-plan.ts";

/** The call that carries a plan out. At least the exact quote is asked for: if less would arrive, nothing happens. */
export function settleRequest(plan: ClaimPlan, settlement: Address): TransactRequest {
  const { account, hops, claims, quote, deadline } = plan;
  return transactRequest({
    address: settlement,
    abi: settlementAbi,
    functionName: "settle",
    args: [
      hops.map(({ holder, source, repeats }) => ({
        holder: holder as Address,
        source: source as Address,
        repeats: BigInt(repeats),
      })),
      claims.map((token) => token as Address),
      account as Address,
      quote,
      deadline,
    ],
    leastGas: settleGas(hops, claims.length),
  });
}

/** A text that is the same for plans that do the same, so that a plan made anew with the next block is not a new one. */
export function planIdentity({ account, hops, claims, quote, deadline }: ClaimPlan): string {
  const ways = hops.map(({ holder, source, repeats }) => [holder, source, repeats]);
  return JSON.stringify([account, ways, claims, String(quote), String(deadline)]);
}
