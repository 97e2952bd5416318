import { zeroAddress } from "viem";
import { personalTokenAbi } from "../../../../chain/contracts.ts";
import type { TokenInfo } from "../../../../data/ownership.ts";
import type { Address } from "../../../../lib/address.ts";
import { formatAmount } from "../../../../lib/format.ts";
import type { TransactPlan } from "../../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../../transact/transact-request.ts";

/** Offers a token to another wallet. `who` is its name. */
export function offerPlan(token: TokenInfo, to: Address, who: string): TransactPlan {
  return {
    title: `Offer ${token.symbol} to ${who}`,
    done: `${who} can take ${token.symbol} over now. Until then it stays yours.`,
    steps: [
      {
        key: "offer",
        title: `offer ${token.symbol} to ${who}`,
        why: "Nothing changes before it is accepted, and you can take the offer back until then.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "transferPerson",
          args: [to],
        }),
      },
    ],
  };
}

/** Takes an offer back. */
export function withdrawOfferPlan(token: TokenInfo): TransactPlan {
  return {
    title: `Take back the offer of ${token.symbol}`,
    done: `Nobody can take ${token.symbol} over any more.`,
    steps: [
      {
        key: "withdraw-offer",
        title: "take the offer back",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "transferPerson",
          args: [zeroAddress],
        }),
      },
    ],
  };
}

/** Takes an offered token over, as long as it has as many shares as the reader saw. */
export function acceptPlan(token: TokenInfo): TransactPlan {
  return {
    title: `Take over ${token.symbol}`,
    done: `${token.symbol} is yours to control now.`,
    steps: [
      {
        key: "accept",
        title: `take over ${token.symbol}`,
        why: `Only while there are exactly ${formatAmount(token.totalSupply)} shares, as you see them here.`,
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "acceptPerson",
          args: [token.totalSupply],
        }),
      },
    ],
  };
}

/** Sets what a token says of itself. */
export function describePlan(token: TokenInfo, contractUri: string): TransactPlan {
  return {
    title: `Change the description of ${token.symbol}`,
    done: "Your page says it now.",
    steps: [
      {
        key: "describe",
        title: "set the description",
        why: "It replaces the one before, which stays in the chain’s history.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "setContractURI",
          args: [contractUri],
        }),
      },
    ],
  };
}
