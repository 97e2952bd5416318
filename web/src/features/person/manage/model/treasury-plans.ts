import { personalTokenAbi } from "../../../../chain/contracts.ts";
import type { TokenInfo } from "../../../../data/ownership.ts";
import type { Address } from "../../../../lib/address.ts";
import { formatAmount } from "../../../../lib/format.ts";
import type { TransactPlan } from "../../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../../transact/transact-request.ts";

/** Lets anybody send shares of `source` into the treasury of `token`, or takes that back. */
export function depositPlan(token: TokenInfo, source: TokenInfo, allowed: boolean): TransactPlan {
  const { symbol } = source;
  return {
    title: allowed
      ? `Let ${symbol} into the treasury of ${token.symbol}`
      : `Keep ${symbol} out of the treasury of ${token.symbol}`,
    done: allowed
      ? `Anybody may send ${symbol} to your treasury now.`
      : `Nobody can send ${symbol} to your treasury any more.`,
    steps: [
      {
        key: "deposit",
        title: allowed ? `allow ${symbol}` : `refuse ${symbol}`,
        why: allowed
          ? "What comes in earns for everybody who owns a part of you, for ever: it can’t be taken out."
          : "What is in the treasury stays there and goes on earning.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: allowed ? "allowDeposit" : "refuseDeposit",
          args: [source.address],
        }),
      },
    ],
  };
}

/** Has `to` vote with the treasury's shares of a network. `who` is its name. */
export function treasuryVotesPlan(token: TokenInfo, network: TokenInfo, to: Address, who: string): TransactPlan {
  return {
    title: `Let ${who} vote with the ${network.symbol} in the treasury of ${token.symbol}`,
    done: `From now on the votes of your treasury in ${network.name} are cast by ${who}.`,
    steps: [
      {
        key: "delegate",
        title: `let ${who} vote in ${network.name}`,
        why: "Votes that are open already count as they stood when they began. You can change it at any time.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "delegateVotes",
          args: [network.address, to],
        }),
      },
    ],
  };
}

/** A stake that a treasury takes back. Amounts in wei. */
export interface Leave {
  readonly network: TokenInfo;
  readonly termsNumber: number;
  /** Symbol of the member token. */
  readonly symbol: string;
  /** Member shares that come back. */
  readonly amount: bigint;
  /** Network shares that are burned. */
  readonly burned: bigint;
  /** Whether the shares are the token's own, which are burned when they come back. */
  readonly own: boolean;
}

/** Takes a stake of the treasury's back out of a network. */
export function leavePlan(
  token: TokenInfo,
  { network, termsNumber, symbol, amount, burned, own }: Leave,
): TransactPlan {
  const figure = `${formatAmount(amount)} ${symbol}`;
  return {
    title: `Take ${figure} back from ${network.name}`,
    done: own ? `${figure} came back and are no more.` : `${figure} came back into your treasury.`,
    steps: [
      {
        key: "leave",
        title: `take back ${figure}`,
        why: `The network burns ${formatAmount(burned)} ${network.symbol} of your treasury’s for it.`,
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "leave",
          args: [network.address, BigInt(termsNumber), amount],
        }),
      },
    ],
  };
}
