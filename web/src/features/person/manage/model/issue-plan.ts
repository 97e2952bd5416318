import { personalTokenAbi } from "../../../../chain/contracts.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import type { Address } from "../../../../lib/address.ts";
import { formatAmount } from "../../../../lib/format.ts";
import { displayName } from "../../../../lib/names.ts";
import { collectSteps } from "../../../token/collect/collect-step.ts";
import type { TransactPlan } from "../../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../../transact/transact-request.ts";
import type { Issue } from "./issue-preview.ts";

/**
 * Issues new shares; before, collects what came in for the treasury, which belongs to those who hold now.
 *
 * @param settlement Undefined where it is not deployed: then nothing is collected.
 */
export function issuePlan(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  { to, shares }: Issue,
  settlement: Address | undefined,
): TransactPlan {
  const figure = `${formatAmount(shares)} ${token.symbol}`;
  const who = to === token.person ? "yourself" : displayName(snapshot, to);
  return {
    title: `Issue ${figure} to ${who}`,
    done: `You issued ${figure} to ${who}.`,
    steps: [
      ...collectSteps(
        snapshot,
        token.address,
        settlement,
        "What came in for your treasury until now belongs to those who hold now.",
      ),
      {
        key: "issue",
        title: `issue ${figure}`,
        why: "Everybody’s part gets smaller by what is new. It can’t be undone.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "issue",
          args: [to, shares],
        }),
      },
    ],
  };
}
