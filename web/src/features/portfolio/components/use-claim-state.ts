import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type HoldingInfo, type OwnershipSnapshot, useOwnership } from "../../../data/ownership.ts";
import { emptiedHoldingsQueryOptions } from "../../../data/portfolio.ts";
import { useHeld } from "../../token/use-held.ts";

/** A state to plan from: everything that is owned, and what is due without shares, at the same block. */
export interface ClaimState {
  readonly snapshot: OwnershipSnapshot;
  readonly emptied: readonly HoldingInfo[];
}

/** The newest state of which both halves are there, and why there is none. */
export interface ClaimStateResult {
  readonly state: ClaimState | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what a plan for claiming starts from. The state before stays while one half of the next is still on its way. */
export function useClaimState(): ClaimStateResult {
  const ownership = useOwnership();
  const snapshot = ownership.data;
  const emptied = useQuery({
    ...emptiedHoldingsQueryOptions(snapshot?.block ?? 0),
    enabled: snapshot !== undefined,
  });
  const complete = useMemo(
    () => (snapshot && emptied.data ? { snapshot, emptied: emptied.data } : undefined),
    [snapshot, emptied.data],
  );
  const state = useHeld(complete, complete === undefined);
  const retry = (): void => {
    void ownership.refetch();
    void emptied.refetch();
  };
  return { state, error: ownership.error ?? emptied.error, retry };
}
