import { type ReactNode, useId, useMemo } from "react";
import type { ButtonVariant } from "../../components/button.tsx";
import { useWallet } from "../wallet/use-wallet.ts";
import { planIdentity, type TransactPlan } from "./plan/transact-plan.ts";
import { foresee } from "./run/foresee.ts";
import { SignatureList } from "./signature-list.tsx";
import { TransactButton } from "./transact-button.tsx";
import { isBusy } from "./transact-state.ts";
import { TransactStatus } from "./transact-status.tsx";
import { useAutoCheck } from "./use-auto-check.ts";
import type { Transact } from "./use-transact.ts";

/** The end of every form that writes. */
export interface TransactPanelProps {
  /** From `useTransact` with the form's own name. */
  readonly transact: Transact;
  /** What the form says; undefined while it says nothing that can be sent. It may be made anew with every rendering. */
  readonly plan: TransactPlan | undefined;
  /** Why there is no plan: what is missing or wrong, and what to do. Shown under the button. */
  readonly obstacle?: string | undefined;
  /** The button's words: the act and the amount. */
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly buttonClass?: string;
}

/**
 * What the wallet will ask, the button, and where the act is: checks the plan against the chain while it is being made, says
 * why the button can't act, and shows what was sent from this form and is under way.
 */
export function TransactPanel(props: TransactPanelProps): ReactNode {
  const { transact, plan, obstacle, children, variant, buttonClass = "w-full" } = props;
  const { address: account, chainOk, chainId } = useWallet();
  const { state, progress } = transact;
  const reason = useId();
  const identity = plan && planIdentity(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan that says the same is the same
  const same = useMemo(() => plan, [identity]);
  useAutoCheck(transact, same, account && `${account} ${chainId}`);
  const busy = isBusy(state);
  // At once where it can be: what comes with the chain's answer pushes the button down.
  const asked = (same && foresee(same)) ?? progress;
  const blocked = !busy && plan === undefined && obstacle !== undefined && account !== undefined && chainOk;
  return (
    <div className="grid gap-3">
      {asked && (busy || plan) && <SignatureList progress={asked} />}
      <TransactButton
        transact={transact}
        plan={same}
        className={buttonClass}
        describedBy={blocked ? reason : undefined}
        {...(variant ? { variant } : {})}
      >
        {children}
      </TransactButton>
      {blocked && (
        <p id={reason} role="status" className="text-note text-ink-2">
          {obstacle}
        </p>
      )}
      <TransactStatus state={state} />
    </div>
  );
}
