import { lazy, type ReactNode, Suspense } from "react";
import { useWallet } from "../../wallet/use-wallet.ts";

const SentTray = lazy(async () => ({ default: (await import("./sent-tray.tsx")).SentTray }));

/** Shows and follows what was sent, once a wallet is connected: without one there is nothing to read, and nothing is loaded. */
export function SentHost(): ReactNode {
  const { address } = useWallet();
  if (address === undefined) return null;
  return (
    <Suspense fallback={null}>
      <SentTray account={address} />
    </Suspense>
  );
}
