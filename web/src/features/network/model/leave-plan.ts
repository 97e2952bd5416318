import { networkTokenAbi, personalTokenAbi } from "../../../chain/contracts.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import { collectSteps } from "../../token/collect/collect-step.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { type TransactRequest, transactRequest } from "../../transact/transact-request.ts";
import type { LeaveMove } from "./leave-preview.ts";

/** What a way out of a network is planned from. */
export interface LeavePlanParameters {
  readonly snapshot: OwnershipSnapshot;
  readonly termsNumber: number;
  readonly move: LeaveMove;
  /** Settles; undefined where it is not deployed. */
  readonly settlement: Address | undefined;
}

/** Takes member shares back: collects what came in before, then burns network shares for them. */
export function leavePlan({ snapshot, termsNumber, move, settlement }: LeavePlanParameters): TransactPlan {
  const { network, member, account, receiver, amount, shares } = move;
  const figure = `${formatAmount(amount)} ${snapshot.tokens.get(member)?.symbol ?? "shares"}`;
  const burned = `${formatAmount(shares)} ${snapshot.tokens.get(network)?.symbol ?? "shares"}`;
  return {
    title: `Take ${figure} back from ${snapshot.tokens.get(network)?.name ?? "the network"}`,
    done: `${figure} came back${cameBackTo(move)}, and ${burned} were burned.`,
    steps: [
      ...collectSteps(snapshot, network, settlement, "It is divided while you hold all your shares."),
      {
        key: "leave",
        title: `take back ${figure}`,
        why: `${burned} are burned for it.`,
        request: receiver === account ? unstake(network, termsNumber, amount) : leave(move, termsNumber),
      },
    ],
  };
}

function cameBackTo({ account, receiver, member }: LeaveMove): string {
  if (receiver === account) return " to your wallet";
  return receiver === member ? " to your token, which burned them" : " to the treasury of your token";
}

function unstake(network: Address, termsNumber: number, amount: bigint): TransactRequest {
  return transactRequest({
    address: network,
    abi: networkTokenAbi,
    functionName: "unstake",
    args: [BigInt(termsNumber), amount],
  });
}

function leave({ network, receiver, amount }: LeaveMove, termsNumber: number): TransactRequest {
  return transactRequest({
    address: receiver,
    abi: personalTokenAbi,
    functionName: "leave",
    args: [network, BigInt(termsNumber), amount],
  });
}
