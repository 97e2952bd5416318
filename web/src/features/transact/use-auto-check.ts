import { useEffect } from "react";
import type { TransactRequest } from "./transact-request.ts";
import type { Transact } from "./use-transact.ts";

/** States in which a new check takes nothing away from the reader. */
const OPEN: ReadonlySet<string> = new Set(["idle", "ready", "would-fail", "no-wallet", "wrong-network"]);

/**
 * Asks the chain about a request as soon as there is one, and again when it or the wallet changes.
 *
 * @param request Has to keep its identity while nothing in it changes.
 * @param account Connected account; nothing is asked without one.
 */
export function useAutoCheck(
  transact: Transact,
  request: TransactRequest | undefined,
  account: string | undefined,
): void {
  const { check, state, reset } = transact;
  const open = OPEN.has(state.name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the request or the account changes, not when the answer comes
  useEffect(() => {
    if (!open) return;
    if (request === undefined || account === undefined) {
      if (state.name !== "idle") reset();
    } else {
      void check(request);
    }
  }, [request, account, check]);
}
