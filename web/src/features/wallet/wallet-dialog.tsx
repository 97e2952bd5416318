import "@rainbow-me/rainbowkit/styles.css";
import "./wallet-dialog.css";
import { RainbowKitProvider, useConnectModal } from "@rainbow-me/rainbowkit";
import { useEffect, useRef, useState } from "react";
import { useConfig } from "wagmi";
import { dismissWalletDialog } from "./dialog-request.ts";
import { offerWallets } from "./offer-wallets.ts";

/** RainbowKit's dialog, with the wallets of this chain added to those that announced themselves. */
export function WalletDialog() {
  const config = useConfig();
  const [offered, setOffered] = useState(false);
  useEffect(() => {
    let wanted = true;
    void offerWallets(config).then(() => wanted && setOffered(true));
    return () => {
      wanted = false;
    };
  }, [config]);
  if (!offered) return null;
  return (
    <RainbowKitProvider
      theme={null}
      modalSize="compact"
      appInfo={{ appName: "Weft", learnMoreUrl: "https://ethereum.org/wallets/" }}
    >
      <Opener />
    </RainbowKitProvider>
  );
}

/** Opens the dialog once, and takes it down when it is closed. */
function Opener() {
  const { connectModalOpen, openConnectModal } = useConnectModal();
  const opened = useRef(false);
  useEffect(() => {
    if (connectModalOpen) opened.current = true;
    else if (opened.current) dismissWalletDialog();
    else openConnectModal?.();
  }, [connectModalOpen, openConnectModal]);
  return null;
}
