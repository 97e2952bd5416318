import { lazy, Suspense } from "react";
import { Button } from "../../components/button.tsx";
import { ACCOUNT_BUTTON, AccountLabel } from "./account-label.tsx";
import { useWallet } from "./use-wallet.ts";

const AccountMenu = lazy(async () => ({ default: (await import("./account-menu.tsx")).AccountMenu }));

/** The header's button: offers to connect, or says who is connected. */
export function WalletButton() {
  const wallet = useWallet();
  if (wallet.address) {
    return (
      <Suspense fallback={<Waiting address={wallet.address} />}>
        <AccountMenu address={wallet.address} />
      </Suspense>
    );
  }
  return (
    <Button variant="primary" onClick={wallet.connect} onPointerEnter={wallet.preload} onFocus={wallet.preload}>
      {wallet.restoring ? "Connecting" : "Connect"}
    </Button>
  );
}

/** The account's button while its menu is on its way. */
function Waiting({ address }: { address: `0x${string}` }) {
  return (
    <span className={ACCOUNT_BUTTON}>
      <AccountLabel address={address} />
    </span>
  );
}
