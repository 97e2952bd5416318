import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useConfig } from "wagmi";
import { checkTransaction, runTransaction } from "./run-transaction.ts";
import { transactPorts } from "./transact-ports.ts";
import type { TransactRequest } from "./transact-request.ts";
import type { TransactState } from "./transact-state.ts";

/** One write and where it is. */
export interface Transact {
  readonly state: TransactState;
  /** Asks the chain whether the request would go through: `ready` or `would-fail`. */
  readonly check: (request: TransactRequest) => Promise<void>;
  /** Checks, signs, and follows the request until the pages show what it did. Nothing happens while one is under way. */
  readonly send: (request: TransactRequest) => Promise<void>;
  /** Back to `idle`; what was sent goes on. */
  readonly reset: () => void;
}

/** The one way of every write. Each use follows one act at a time. */
export function useTransact(): Transact {
  const config = useConfig();
  const queryClient = useQueryClient();
  const ports = useMemo(() => transactPorts(config, queryClient), [config, queryClient]);
  const [state, setState] = useState<TransactState>({ name: "idle" });
  const run = useRef(0);
  const sending = useRef(false);
  useEffect(
    () => () => {
      run.current++;
    },
    [],
  );

  /** Starts a run whose words are heard only while no later one has started. */
  const begin = useCallback(() => {
    const mine = ++run.current;
    const heard = (): boolean => run.current === mine;
    return { heard, tell: (next: TransactState) => heard() && setState(next) };
  }, []);

  const check = useCallback(
    async (request: TransactRequest) => {
      if (!sending.current) await checkTransaction(request, ports, begin().tell);
    },
    [ports, begin],
  );
  const send = useCallback(
    async (request: TransactRequest) => {
      if (sending.current) return;
      sending.current = true;
      const { heard, tell } = begin();
      await runTransaction(request, ports, tell);
      if (heard()) sending.current = false;
    },
    [ports, begin],
  );
  const reset = useCallback(() => {
    sending.current = false;
    begin().tell({ name: "idle" });
  }, [begin]);
  return { state, check, send, reset };
}
