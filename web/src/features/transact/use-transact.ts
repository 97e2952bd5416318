import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useConfig } from "wagmi";
import { useWallet } from "../wallet/use-wallet.ts";
import type { TransactPlan } from "./plan/transact-plan.ts";
import { checkPlan, type RunListener, type RunProgress, runPlan } from "./run/run-plan.ts";
import { runPorts } from "./run/run-ports.ts";
import { sentHere, useSentFrom } from "./sent/sent-here.ts";
import { isUnderWay } from "./sent/sent-transaction.ts";
import { stateOfSent } from "./sent/state-of-sent.ts";
import type { TransactState } from "./transact-state.ts";

/** One act and where it is. */
export interface Transact {
  readonly state: TransactState;
  /** The plan that the state is about: checked or sent last. */
  readonly about: TransactPlan | undefined;
  /** What is going to be signed; undefined until the chain was asked. */
  readonly progress: RunProgress | undefined;
  /** Asks the chain whether the plan would go through: `ready` or `would-fail`. Nothing happens while one is under way. */
  readonly check: (plan: TransactPlan) => Promise<void>;
  /** Checks, signs, and follows the plan until the pages show what it did. Nothing happens while one is under way. */
  readonly send: (plan: TransactPlan) => Promise<void>;
  /** Back to `idle`; what was sent goes on. */
  readonly reset: () => void;
}

const IDLE: TransactState = { name: "idle" };
const NONE: ReadonlySet<string> = new Set();

/**
 * The one way of every write, for one form. Each use follows one act at a time. What was sent and is not on the pages yet is
 * shown again after a reload.
 *
 * @param form Tells the form apart from all others: `stake:0x…`. The same after a reload.
 */
export function useTransact(form: string): Transact {
  const config = useConfig();
  const queryClient = useQueryClient();
  const { address: account } = useWallet();
  const ports = useMemo(
    () => runPorts(config, queryClient, { log: sentHere, form, path: pathHere }),
    [config, queryClient, form],
  );
  const [said, setSaid] = useState<TransactState>(IDLE);
  const [about, setAbout] = useState<TransactPlan>();
  const [progress, setProgress] = useState<RunProgress>();
  const [shown, setShown] = useState<string>();
  const fromHere = useSentFrom(account, form);
  const sent = shown === undefined ? undefined : fromHere.find(({ id }) => id === shown);
  const run = useRef(0);
  const sending = useRef(false);
  const given = useRef<{ readonly title: string; readonly done: ReadonlySet<string> }>({ title: "", done: NONE });

  /** Starts something whose words are heard only while nothing later has started. */
  const begin = useCallback((): RunListener => {
    const mine = ++run.current;
    const wanted = (): boolean => run.current === mine;
    const tell = (state: TransactState, id?: string): void => {
      if (!wanted()) return;
      setSaid(state);
      setShown(id);
    };
    return {
      wanted,
      state: (state) => tell(state),
      sent: (id) => tell(IDLE, id),
      progress: (next) => wanted() && setProgress(next),
    };
  }, []);

  const check = useCallback(
    async (plan: TransactPlan) => {
      if (sending.current) return;
      setAbout(plan);
      await checkPlan(plan, doneFor(plan, given.current), ports, begin());
    },
    [ports, begin],
  );
  const send = useCallback(
    async (plan: TransactPlan) => {
      if (sending.current) return;
      sending.current = true;
      setAbout(plan);
      const listener = begin();
      const done = await runPlan(plan, doneFor(plan, given.current), ports, listener);
      if (!listener.wanted()) return;
      given.current = { title: plan.title, done };
      sending.current = false;
    },
    [ports, begin],
  );
  const reset = useCallback(() => {
    sending.current = false;
    begin().state(IDLE);
    setAbout(undefined);
    setProgress(undefined);
  }, [begin]);

  useEffect(
    () => () => {
      run.current++;
    },
    [],
  );
  // What was sent before the page was loaded, or before the form was left, is taken up again. Only the newest: steps before it
  // may be seen on the pages after it, and are nothing to go back to.
  const [newest] = fromHere;
  const waiting = newest && isUnderWay(newest) ? newest.id : undefined;
  useEffect(() => {
    if (waiting !== undefined && !sending.current) begin().sent(waiting);
  }, [waiting, begin]);
  // After a step that is not the last, the rest is for the reader to begin again: nobody here waits to go on.
  const halfway = sent?.more === true && sent.phase !== "pending" && sent.phase !== "failed" && !sending.current;
  useEffect(() => {
    if (halfway) reset();
  }, [halfway, reset]);
  const state = sent ? stateOfSent(sent) : shown === undefined ? said : IDLE;
  return { state, about, progress, check, send, reset };
}

function doneFor({ title }: TransactPlan, given: { readonly title: string; readonly done: ReadonlySet<string> }) {
  return given.title === title ? given.done : NONE;
}

function pathHere(): string {
  return `${window.location.pathname}${window.location.search}`;
}
