import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "../../components/button.tsx";
import { useWallet } from "../wallet/use-wallet.ts";
import type { TransactRequest } from "./transact-request.ts";
import { isBusy, type TransactStateName } from "./transact-state.ts";
import type { Transact } from "./use-transact.ts";

/** A button that writes. */
export interface TransactButtonProps {
  readonly transact: Transact;
  /** What to send; undefined while the form is not complete. */
  readonly request: TransactRequest | undefined;
  /** Says the act and the amount. */
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly className?: string;
}

const BUSY_WORDS: Partial<Record<TransactStateName, string>> = {
  signing: "Sign in your wallet",
  pending: "Waiting for a block",
  confirmed: "Updating the pages",
};

/** The button of every write: connects or switches first if it must, and says what is under way. */
export function TransactButton({ transact, request, children, variant = "primary", className }: TransactButtonProps) {
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
  const busy = isBusy(state) || state.name === "checking";
  const blocked = busy || !request;
  return (
    <Button
      {...look}
      aria-disabled={blocked}
      onClick={() => (blocked || !request ? undefined : void transact.send(request))}
    >
      {BUSY_WORDS[state.name] ?? children}
    </Button>
  );
}
