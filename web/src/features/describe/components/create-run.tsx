import type { ReactNode } from "react";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import type { TransactRequest } from "../../transact/transact-request.ts";
import type { Transact } from "../../transact/use-transact.ts";
import { useArrival } from "../use-arrival.ts";

interface CreateRunProps {
  readonly transact: Transact;
  /** Undefined while something is missing or wrong; made anew with every rendering. */
  readonly request: TransactRequest | undefined;
  /** The first thing that is missing or wrong. */
  readonly obstacle: string | undefined;
  /** What is made: “Launch ADA”, and what to say once it is there. */
  readonly title: string;
  readonly done: string;
  readonly onDone: () => void;
}

/** Checks, signs and follows what makes a token, says why it can't be sent, and goes to the token's page in the end. */
export function CreateRun({ transact, request, obstacle, title, done, onDone }: CreateRunProps): ReactNode {
  const { state } = transact;
  useArrival(state, onDone);
  const plan: TransactPlan | undefined =
    // What is there is not made again while its page is on its way.
    request && state.name !== "indexed" ? { title, done, steps: [{ key: "create", title, request }] } : undefined;
  return (
    <TransactPanel
      transact={transact}
      plan={plan}
      obstacle={state.name === "indexed" ? "Opening the new page." : obstacle}
    >
      {title}
    </TransactPanel>
  );
}
