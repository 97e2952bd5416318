import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { deployment } from "../../../chain/contracts.ts";
import { mayHoldQueryOptions } from "../../../data/may-hold.ts";
import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";
import { explainError } from "../../transact/explain-error.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { stakePlan } from "../model/stake-plan.ts";
import type { StakeMove } from "../model/stake-preview.ts";

interface StakePlanInput {
  readonly snapshot: OwnershipSnapshot;
  readonly terms: OfferedTerms;
  /** Undefined while there is nothing to stake. */
  readonly move: StakeMove | undefined;
  readonly maxNetworkSupply: bigint;
}

/** A stake's plan, or why there is none yet. */
export interface PlannedStake {
  readonly plan: TransactPlan | undefined;
  readonly obstacle: string | undefined;
}

/** Plans a stake, once it is known whether the network may hold the member's shares. */
export function useStakePlan({ snapshot, terms, move, maxNetworkSupply }: StakePlanInput): PlannedStake {
  const config = useConfig();
  const member = snapshot.tokens.get(terms.member);
  const asks = move !== undefined && member?.kind === "person";
  const mayHold = useQuery({
    ...mayHoldQueryOptions(config, terms.member, move?.network ?? terms.member),
    enabled: asks,
  });
  if (move === undefined) return { plan: undefined, obstacle: undefined };
  if (asks && mayHold.isError) {
    const { title, next } = explainError(mayHold.error);
    return { plan: undefined, obstacle: `${title}. ${next}` };
  }
  if (asks && mayHold.data === undefined) return { plan: undefined, obstacle: "Asking who may hold these shares." };
  const allowed = mayHold.data ?? true;
  if (!allowed && member?.person !== move.account) {
    return {
      plan: undefined,
      obstacle: `${displayName(snapshot, terms.member)} chooses who may hold these shares, and this network may not yet. Ask for it first.`,
    };
  }
  const settlement = deployment?.settlement;
  return {
    plan: stakePlan({ snapshot, terms, move, maxNetworkSupply, mayHold: allowed, settlement }),
    obstacle: undefined,
  };
}
