import { type ReactNode, useEffect, useMemo } from "react";
import { useSettled } from "../../../lib/use-settled.ts";
import { TransactButton } from "../../transact/transact-button.tsx";
import type { TransactRequest } from "../../transact/transact-request.ts";
import { TransactStatus } from "../../transact/transact-status.tsx";
import { useAutoCheck } from "../../transact/use-auto-check.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { useArrival } from "../use-arrival.ts";

interface CreateRunProps {
  readonly transact: Transact;
  /** Undefined while something is missing or wrong; made anew with every rendering. */
  readonly request: TransactRequest | undefined;
  /** The first thing that is missing or wrong. */
  readonly obstacle: string | undefined;
  readonly done: string;
  readonly onDone: () => void;
  /** Says the act. */
  readonly children: ReactNode;
}

/** Checks, signs and follows what makes a token, says why it can't be sent, and goes to the token's page in the end. */
export function CreateRun({ transact, request, obstacle, done, onDone, children }: CreateRunProps): ReactNode {
  const { address: account, chainOk } = useWallet();
  const { state, reset } = transact;
  // A request that says the same is the same.
  const identity = request && JSON.stringify(request.args, writeBigInt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `identity` stands for the request
  const same = useMemo(() => request, [identity]);
  useAutoCheck(transact, useSettled(same), account);
  useArrival(state, onDone);
  const answered = state.name === "rejected" || state.name === "failed";
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer to what was typed before is old once something else is typed
  useEffect(() => {
    if (answered) reset();
  }, [identity]);
  const blocked = account !== undefined && chainOk && obstacle !== undefined && state.name === "idle";
  return (
    <div className="grid gap-3">
      <TransactButton transact={transact} request={state.name === "indexed" ? undefined : same} className="w-full">
        {children}
      </TransactButton>
      {blocked && (
        <p role="status" className="text-note text-ink-2">
          {obstacle}
        </p>
      )}
      <TransactStatus state={state} done={done} />
    </div>
  );
}

function writeBigInt(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
