import { lazy, Suspense } from "react";
import { useWalletDialogRequested } from "./dialog-request.ts";
import { loadWalletDialog } from "./load-wallet-dialog.ts";

const WalletDialog = lazy(async () => ({ default: (await loadWalletDialog()).WalletDialog }));

/** Holds the wallet dialog once it was asked for. */
export function WalletDialogHost() {
  const requested = useWalletDialogRequested();
  if (!requested) return null;
  return (
    <Suspense
      fallback={
        <p role="status" className="sr-only">
          Opening the wallets
        </p>
      }
    >
      <WalletDialog />
    </Suspense>
  );
}
