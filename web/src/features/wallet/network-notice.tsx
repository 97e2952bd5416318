import { chain, chainName } from "../../chain/chain.ts";
import { Button } from "../../components/button.tsx";
import { useWallet } from "./use-wallet.ts";

/** A line under the header while the wallet is on another chain. */
export function NetworkNotice() {
  const wallet = useWallet();
  if (wallet.chainOk) return null;
  return (
    <div role="status" className="border-b border-line bg-network-soft text-network-ink">
      <div className="page flex flex-wrap items-center justify-between gap-3 py-2 text-table">
        <p>
          Your wallet is on {chainName(wallet.chainId)}. Weft here runs on {wallet.expectedChainName}.
        </p>
        <Button onClick={wallet.switchChain}>Switch</Button>
        {wallet.switchFailed && (
          <p className="w-full">
            The wallet did not switch. Add {wallet.expectedChainName} (chain id {chain.id}) to it, then try again.
          </p>
        )}
      </div>
    </div>
  );
}
