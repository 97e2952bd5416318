import { personalTokenAbi } from "../../../chain/contracts.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";

/** Puts doubts about a gain on the record. */
export function disputePlan(token: TokenInfo, number: number, uri: string): TransactPlan {
  return {
    title: `Dispute a gain of ${token.name}’s`,
    done: "Your doubts are on the record.",
    steps: [
      {
        key: "dispute",
        title: "put your doubts on the record",
        why: "It stays there for everybody to read, with your account. It moves no money.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "dispute",
          args: [BigInt(number), uri],
        }),
      },
    ],
  };
}
