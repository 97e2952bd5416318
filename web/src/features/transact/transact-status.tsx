import type { ReactNode } from "react";
import type { Hash } from "viem";
import { chain, chainName } from "../../chain/chain.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatAmount, formatCount } from "../../lib/format.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import type { ReadyState, TransactState } from "./transact-state.ts";
import { TransactionLink } from "./transaction-link.tsx";
import { confirmedWords, pendingWords } from "./under-way-words.ts";

/** Says where an act is, in words, and what can be done. */
export function TransactStatus({ state }: { readonly state: TransactState }): ReactNode {
  switch (state.name) {
    case "idle":
      return null;
    case "checking":
      return <Line>Checking against the chain …</Line>;
    case "ready":
      return (
        <Notice tone="good" live>
          {readyWords(state)}
        </Notice>
      );
    case "no-wallet":
      return <NoWallet />;
    case "wrong-network":
      return <WrongNetwork chainId={state.chainId} />;
    case "signing":
      return (
        <Line>
          {state.what === "permit"
            ? "Your wallet asks you to sign a permission. It costs nothing."
            : "Your wallet asks you to confirm."}
        </Line>
      );
    case "pending":
      return <Line hash={state.hash}>{pendingWords(state.live)}</Line>;
    case "confirmed":
      return <Line hash={state.hash}>{confirmedWords(state.block, state.live)}</Line>;
    case "indexed":
      return (
        <Notice tone="good" title={state.done ?? "Done"} live>
          In block {formatCount(state.block)}; the pages show it. <TransactionLink hash={state.hash} />
        </Notice>
      );
    default:
      return (
        <Notice tone={state.name === "rejected" ? "info" : "bad"} title={state.why.title} live>
          {state.why.detail} {state.why.next}
          {state.name === "failed" && state.hash && <TransactionLink hash={state.hash} />}
        </Notice>
      );
  }
}

function readyWords({ fee, whole }: ReadyState): string {
  const what = whole ? "this would go through" : "the first step would go through";
  if (fee === undefined) return `Checked against the chain just now: ${what}.`;
  const { symbol, decimals } = chain.nativeCurrency;
  return `Checked against the chain just now: ${what}, for a network fee of about ${formatAmount(fee, { decimals })} ${symbol}.`;
}

function Line({ hash, children }: { readonly hash?: Hash | undefined; readonly children: ReactNode }): ReactNode {
  return (
    <div className="text-note text-ink-2">
      <p role="status">{children}</p>
      {hash && <TransactionLink hash={hash} />}
    </div>
  );
}

function NoWallet(): ReactNode {
  const wallet = useWallet();
  return (
    <Notice action={<Button onClick={wallet.connect}>Connect a wallet</Button>} live>
      A wallet has to sign this.
    </Notice>
  );
}

function WrongNetwork({ chainId }: { readonly chainId: number | undefined }): ReactNode {
  const wallet = useWallet();
  return (
    <Notice tone="bad" action={<Button onClick={wallet.switchChain}>Switch to {chain.name}</Button>} live>
      Your wallet is on {chainName(chainId)}. Weft here runs on {chain.name}.
    </Notice>
  );
}
