import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useConfig } from "wagmi";
import { createdTokenQueryOptions } from "../../data/created-token.ts";
import { namesQueryOptions } from "../../data/names/use-names.ts";
import type { TransactState } from "../transact/transact-state.ts";

/**
 * Goes to the page of the token that a transaction made, as soon as the index shows it.
 *
 * @param onArrive Called right before, to forget the draft.
 */
export function useArrival(state: TransactState, onArrive: () => void): void {
  const navigate = useNavigate();
  const hash = state.name === "indexed" ? state.hash : undefined;
  const created = useQuery({ ...createdTokenQueryOptions(useConfig(), hash ?? "0x"), enabled: hash !== undefined });
  const names = useQuery({
    ...namesQueryOptions(created.data ?? ""),
    enabled: hash !== undefined && created.data != null,
  });
  const token = hash && created.data ? names.data?.tokens.get(created.data) : undefined;
  const address = token?.address;
  const kind = token?.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the token is there
  useEffect(() => {
    if (address === undefined) return;
    onArrive();
    void navigate({ to: kind === "person" ? "/person/$address" : "/network/$address", params: { address } });
  }, [address, kind]);
}
