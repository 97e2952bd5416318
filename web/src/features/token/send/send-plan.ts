import { personalTokenAbi } from "../../../chain/contracts.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatSigned } from "../../../lib/format.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";

/** Sends shares of a token, a person's or a network's. `amount` in wei; `who` is the receiver's name. */
export function sendPlan(token: TokenInfo, to: Address, who: string, amount: bigint): TransactPlan {
  const figure = `${formatSigned(amount)} ${token.symbol}`;
  return {
    title: `Send ${figure} to ${who}`,
    done: `You sent ${figure} to ${who}.`,
    steps: [
      {
        key: "send",
        title: `send ${figure} to ${who}`,
        why: "It can’t be undone. What is due to you until now stays yours.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "transfer",
          args: [to, amount],
        }),
      },
    ],
  };
}
