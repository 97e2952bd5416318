import { type ComponentType, useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { dismissWalletDialog, useWalletDialogRequested } from "./dialog-request.ts";
import { loadWalletDialog } from "./load-wallet-dialog.ts";

type Loaded = { readonly Dialog: ComponentType } | "failed" | undefined;

/** Holds the wallet dialog once it was asked for; its module is the largest of all and comes only then. */
export function WalletDialogHost() {
  const requested = useWalletDialogRequested();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    if (!requested || typeof loaded === "object") return;
    loadWalletDialog().then(
      ({ WalletDialog }) => setLoaded({ Dialog: WalletDialog }),
      () => setLoaded("failed"),
    );
  }, [requested, loaded]);
  if (!requested) return null;
  if (loaded === "failed") return <NotLoaded onClose={() => setLoaded(undefined)} />;
  return loaded ? (
    <loaded.Dialog />
  ) : (
    <p role="status" className="sr-only">
      Opening the wallets
    </p>
  );
}

function NotLoaded({ onClose }: { onClose: () => void }) {
  const close = (): void => {
    dismissWalletDialog();
    onClose();
  };
  return (
    <div className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-md">
      <Notice tone="bad" title="The wallets can’t be loaded" action={<Button onClick={close}>Close</Button>} live>
        The connection broke, or the dApp was renewed while this page was open. Reload the page, then connect again.
      </Notice>
    </div>
  );
}
