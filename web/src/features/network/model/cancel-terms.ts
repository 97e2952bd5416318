import { networkTokenAbi } from "../../../chain/contracts.ts";
import type { ExitTerms, OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";

/** Why an account may end terms at once. */
export type CancelRight = "sponsor" | "member" | "leaver";

/**
 * Why `account` may cancel terms at the Unix time `now`, as `NetworkAdmission.cancelTerms` has it; undefined when it may not or
 * nothing is left that could be done under them.
 */
export function rightToCancel(
  snapshot: OwnershipSnapshot,
  terms: OfferedTerms | ExitTerms,
  account: Address | undefined,
  now: number,
): CancelRight | undefined {
  if (account === undefined || terms.status !== "open" || terms.used >= terms.cap || now > terms.expiry)
    return undefined;
  const isPersonOf = (token: Address | null) => token !== null && snapshot.tokens.get(token)?.person === account;
  if ("founding" in terms) {
    if (terms.founding) return undefined;
    if (isPersonOf(terms.member)) return "member";
  } else if (terms.account === account || isPersonOf(terms.account)) return "leaver";
  return terms.sponsor === account ? "sponsor" : undefined;
}

/** Ends terms at once. */
export function cancelPlan(network: TokenInfo, number: number): TransactPlan {
  return {
    title: `Cancel terms No. ${number} of ${network.name}`,
    done: "The terms have ended.",
    steps: [
      {
        key: "cancel",
        title: `cancel terms No. ${number}`,
        why: "They can’t be opened again: it takes a new vote.",
        request: transactRequest({
          address: network.address,
          abi: networkTokenAbi,
          functionName: "cancelTerms",
          args: [BigInt(number)],
        }),
      },
    ],
  };
}
