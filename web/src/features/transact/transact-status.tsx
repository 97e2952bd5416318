import { chain, chainName } from "../../chain/chain.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { shortAddress } from "../../lib/address.ts";
import { formatCount } from "../../lib/format.ts";
import { useWallet } from "../wallet/use-wallet.ts";
import type { TransactState } from "./transact-state.ts";

/** Says where a transaction is, in words, and what can be done. */
export function TransactStatus({ state, done }: { readonly state: TransactState; readonly done?: string }) {
  switch (state.name) {
    case "idle":
      return null;
    case "checking":
      return <Line>Checking against the chain …</Line>;
    case "ready":
      return (
        <Notice tone="good" live>
          Checked against the chain just now: this would go through.
        </Notice>
      );
    case "no-wallet":
      return <NoWallet />;
    case "wrong-network":
      return <WrongNetwork chainId={state.chainId} />;
    case "signing":
      return <Line>Your wallet asks you to sign.</Line>;
    case "pending":
      return <Line>Sent as {shortAddress(state.hash)}, waiting for a block</Line>;
    case "confirmed":
      return (
        <Line>
          In block {formatCount(state.block)}, updating the pages
          {state.late && ". The index takes longer than usual; what you did is on the chain"}
        </Line>
      );
    case "indexed":
      return (
        <Notice tone="good" title={done ?? "Done"} live>
          In block {formatCount(state.block)}; the pages show it.
        </Notice>
      );
    default:
      return (
        <Notice tone={state.name === "rejected" ? "info" : "bad"} title={state.why.title} live>
          {state.why.detail} {state.why.next}
        </Notice>
      );
  }
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <p role="status" className="text-note text-ink-2">
      {children}
    </p>
  );
}

function NoWallet() {
  const wallet = useWallet();
  return (
    <Notice action={<Button onClick={wallet.connect}>Connect a wallet</Button>} live>
      A wallet has to sign this.
    </Notice>
  );
}

function WrongNetwork({ chainId }: { chainId: number | undefined }) {
  const wallet = useWallet();
  return (
    <Notice tone="bad" action={<Button onClick={wallet.switchChain}>Switch to {chain.name}</Button>} live>
      Your wallet is on {chainName(chainId)}. Weft here runs on {chain.name}.
    </Notice>
  );
}
