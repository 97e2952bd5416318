import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "../../components/button.tsx";
import { useWallet } from "../wallet/use-wallet.ts";
import type { TransactPlan } from "./plan/transact-plan.ts";
import { isBusy, type TransactState } from "./transact-state.ts";
import type { Transact } from "./use-transact.ts";

/** A button that writes. */
export interface TransactButtonProps {
  readonly transact: Transact;
  /** What to do; undefined while the form is not complete. */
  readonly plan: TransactPlan | undefined;
  /** Says the act and the amount. */
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly className?: string;
  /** Id of the text that says why it can't act now. */
  readonly describedBy?: string | undefined;
}

/** The button of every write: connects or switches first if it must, and says what is under way. */
export function TransactButton(props: TransactButtonProps) {
  const { transact, plan, children, variant = "primary", className, describedBy } = props;
  const wallet = useWallet();
  const { state } = transact;
  const look = { variant, ...(className ? { className } : {}) };
  if (!wallet.address) {
    return (
      <Button {...look} onClick={wallet.connect} onPointerEnter={wallet.preload} onFocus={wallet.preload}>
        Connect a wallet
      </Button>
    );
  }
  if (!wallet.chainOk) {
    return (
      <Button {...look} onClick={wallet.switchChain}>
        Switch to {wallet.expectedChainName}
      </Button>
    );
  }
  // Not while the form is checked as it is typed: a press at that moment is meant, and checks anew.
  const blocked = isBusy(state) || !plan;
  return (
    <Button
      {...look}
      aria-disabled={blocked}
      aria-describedby={describedBy}
      onClick={() => (blocked || !plan ? undefined : void transact.send(plan))}
    >
      {busyWords(state) ?? children}
    </Button>
  );
}

function busyWords(state: TransactState): string | undefined {
  switch (state.name) {
    case "signing":
      return state.what === "permit" ? "Sign in your wallet" : "Confirm in your wallet";
    case "pending":
      return "Waiting for a block";
    case "confirmed":
      return "Updating the pages";
    default:
      return undefined;
  }
}
