import { personalTokenAbi } from "../../../../chain/contracts.ts";
import type { TokenInfo } from "../../../../data/ownership.ts";
import type { Address } from "../../../../lib/address.ts";
import type { TransactPlan } from "../../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../../transact/transact-request.ts";

/** Lets an account or a network receive shares of a closed token, or takes that back. `who` is its name. */
export function approvePlan(token: TokenInfo, holder: Address, who: string, approved: boolean): TransactPlan {
  const { symbol } = token;
  return {
    title: approved ? `Let ${who} hold ${symbol}` : `Take back ${who}’s approval to hold ${symbol}`,
    done: approved ? `${who} may hold ${symbol} now.` : `${who} can’t receive ${symbol} any more.`,
    steps: [
      {
        key: "approve-holder",
        title: approved ? `approve ${who}` : "take the approval back",
        why: approved
          ? "It may receive your shares from anybody, and have its part of what you realize."
          : "It receives no more shares of yours; what it holds already goes on earning.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "approveHolder",
          args: [holder, approved],
        }),
      },
    ],
  };
}

/** Lets anybody hold a token, for ever. */
export function openPlan(token: TokenInfo): TransactPlan {
  return {
    title: `Open ${token.symbol} to everybody`,
    done: `Anybody may hold ${token.symbol} from now on.`,
    steps: [
      {
        key: "open",
        title: `open ${token.symbol} for ever`,
        why: "It can never be closed again.",
        request: transactRequest({ address: token.address, abi: personalTokenAbi, functionName: "openTransfers" }),
      },
    ],
  };
}
