import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useConfig } from "wagmi";
import { requireDeployment } from "../../../chain/contracts.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { gasPriceQueryOptions } from "../../../data/portfolio.ts";
import type { Address } from "../../../lib/address.ts";
import { useChainTime } from "../../token/use-chain-time.ts";
import type { TransactRequest } from "../../transact/transact-request.ts";
import { type ClaimPlan, planClaim } from "../model/claim-plan.ts";
import { planIdentity, settleRequest } from "../model/settle-request.ts";

/** A plan's time moves in steps of five minutes, so that the same plan stays the same for a while. */
const STEP_SECONDS = 300;

/** A plan and the call that carries it out. */
export interface PlannedClaim {
  /** Undefined while the price of gas is being read. */
  readonly plan: ClaimPlan | undefined;
  /** Undefined when nothing is due. */
  readonly request: TransactRequest | undefined;
  /** Why the network fee is not known. */
  readonly feeError: unknown;
}

/** Plans how everything that is due to an account is collected, and keeps the plan up to date with the index. */
export function useClaimPlan(snapshot: OwnershipSnapshot, account: Address): PlannedClaim {
  const gasPrice = useQuery(gasPriceQueryOptions(useConfig()));
  const time = useChainTime(snapshot);
  const now = Math.floor(time / STEP_SECONDS) * STEP_SECONDS;
  // Without a price of gas everything is worth collecting; the page says that the fee is unknown.
  const price = gasPrice.isError ? 0n : gasPrice.data;
  const plan = useMemo(
    () => (price === undefined ? undefined : planClaim({ snapshot, account, gasPrice: price, now })),
    [snapshot, account, price, now],
  );
  const identity = plan && planIdentity(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `identity` stands for the plan, which is made anew with every block
  const request = useMemo(
    () => (plan && plan.claims.length > 0 ? settleRequest(plan, requireDeployment().settlement) : undefined),
    [identity],
  );
  return { plan, request, feeError: gasPrice.error };
}
