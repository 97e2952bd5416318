import type { Config } from "wagmi";
import { reconnect } from "wagmi/actions";
import { addConnectors } from "./late-connectors.ts";
import { loadWalletConnect } from "./load-wallet-connect.ts";

/** Id of the connector, as wagmi stores it. */
const CONNECTOR_ID = "walletConnect";

/**
 * Connects again where WalletConnect was the wallet used last: only then is it loaded before the dialog is opened. Where the
 * network fails the page stays without a wallet, as it does where the browser's does not answer.
 */
export async function restoreWalletConnect(config: Config): Promise<void> {
  if (loadWalletConnect === undefined) return;
  if ((await config.storage?.getItem("recentConnectorId")) !== CONNECTOR_ID) return;
  try {
    const { walletConnectConnector } = await loadWalletConnect();
    addConnectors(config, [walletConnectConnector()]);
    await atRest(config);
    await reconnect(config);
  } catch {
    // The dialog offers it anew.
  }
}

/** Until the page has looked for the wallets that it knew: wagmi does so once at a time, and drops a second call. */
function atRest(config: Config): Promise<void> {
  const isAtRest = (status: Config["state"]["status"]) => status === "connected" || status === "disconnected";
  return new Promise((resolve) => {
    if (isAtRest(config.state.status)) return resolve();
    const stop = config.subscribe(
      ({ status }) => status,
      (status) => {
        if (!isAtRest(status)) return;
        stop();
        resolve();
      },
    );
  });
}
