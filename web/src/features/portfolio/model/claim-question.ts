import type { QueryClient } from "@tanstack/react-query";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { type OwnershipAsked, ownershipAnswerOptions } from "../../../data/ownership-answer.ts";
import type { Address } from "../../../lib/address.ts";
import { chainTimeOf } from "../../token/use-chain-time.ts";
import { type ClaimPlan, planClaim } from "./claim-plan.ts";

/** A plan's time moves in steps of five minutes, so that the same plan stays the same for a while. */
const STEP_SECONDS = 300;

/**
 * Asks the worker for the plan that collects what is due to an account.
 *
 * @param gasPrice In wei of the native coin per unit of gas; undefined while it is not known.
 * @param time Unix time.
 */
export function claimQuestion(
  snapshot: OwnershipSnapshot,
  account: Address,
  gasPrice: bigint | undefined,
  time: number,
): OwnershipAsked<ClaimPlan> {
  const now = Math.floor(time / STEP_SECONDS) * STEP_SECONDS;
  return {
    snapshot,
    key: ["claim", account, String(gasPrice), now],
    question: (client, control) => planClaim(client, { snapshot, account, gasPrice: gasPrice ?? 0n, now }, control),
  };
}

/** Asks for that plan before the page is drawn: the worker then makes it meanwhile. */
export function askClaimPlan(
  client: QueryClient,
  snapshot: OwnershipSnapshot,
  account: Address,
  gasPrice: bigint,
): Promise<void> {
  return client.prefetchQuery(
    ownershipAnswerOptions(claimQuestion(snapshot, account, gasPrice, chainTimeOf(snapshot))),
  );
}
