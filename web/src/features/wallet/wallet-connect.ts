import type { Wallet } from "@rainbow-me/rainbowkit";
import { walletConnectWallet } from "@rainbow-me/rainbowkit/wallets";
import { walletConnect } from "wagmi/connectors";

const projectId = import.meta.env.VITE_WALLETCONNECT_PROJECT_ID ?? "";

/** The same for the dialog and for a reload, which has to find what the dialog stored. */
const SHARED = { customStoragePrefix: "weft", telemetryEnabled: false } as const;

/**
 * WalletConnect as a wallet of the dialog: a code for the wallet's camera, or on a phone a link that its wallets open. The
 * id is our own, since for WalletConnect's RainbowKit loads a second dialog, which the content policy refuses.
 */
export function walletConnectChoice(): Wallet {
  const wallet = walletConnectWallet({ projectId, options: SHARED });
  return { ...wallet, id: "wallet-connect", mobile: { getUri: (uri) => uri } };
}

/** The connector alone, for a page that was connected before it was loaded again. */
export const walletConnectConnector = () => walletConnect({ ...SHARED, projectId, showQrModal: false });
