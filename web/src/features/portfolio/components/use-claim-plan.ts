import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { gasPriceQueryOptions } from "../../../data/gas-price.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { useOwnershipAnswer } from "../../../data/ownership-answer.ts";
import type { Address } from "../../../lib/address.ts";
import { useChainTime } from "../../token/use-chain-time.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { claimQuestion } from "../model/claim-question.ts";

/** A plan, as far as it is known. */
export interface PlannedClaim {
  /** Undefined while it is being made; while the one for the next block is, the one before. */
  readonly plan: ClaimPlan | undefined;
  /** Why no plan could be made. */
  readonly error: unknown;
  /** Why the network fee is not known. */
  readonly feeError: unknown;
}

/** Plans how everything that is due to an account is collected, and keeps the plan up to date with the index. */
export function useClaimPlan(snapshot: OwnershipSnapshot, account: Address): PlannedClaim {
  const price = useQuery(gasPriceQueryOptions(useConfig()));
  const time = useChainTime(snapshot);
  // Without a price of gas everything is worth collecting; the page says that the fee is unknown.
  const gasPrice = price.isError ? 0n : price.data;
  const answer = useOwnershipAnswer(claimQuestion(snapshot, account, gasPrice, time), gasPrice !== undefined);
  return { plan: answer.data, error: answer.error, feeError: price.error };
}
