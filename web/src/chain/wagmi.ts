import { type CreateConnectorFn, createConfig, createStorage, http, injected } from "wagmi";
import { chain, isLocalChain } from "./chain.ts";
import { developmentConnector, restoredDevelopmentAccount } from "./development-connector.ts";
import { RPC_URL } from "./environment.ts";

const STORAGE_PREFIX = "weft";

/**
 * Connectors that exist from the start: the browser's wallet, those that announce themselves (EIP-6963), and the development
 * account used last, so that a reload stays connected. The dialog adds the rest when it is opened.
 */
function initialConnectors(): readonly CreateConnectorFn[] {
  const last = isLocalChain ? restoredDevelopmentAccount(localStorage, STORAGE_PREFIX) : undefined;
  return last ? [injected(), developmentConnector({ address: last, rpcUrl: RPC_URL })] : [injected()];
}

/** The one wagmi configuration. */
export const wagmiConfig = createConfig({
  chains: [chain],
  connectors: [...initialConnectors()],
  transports: { [chain.id]: http(RPC_URL, { batch: true }) },
  storage: createStorage({ storage: localStorage, key: STORAGE_PREFIX }),
  pollingInterval: 1_000,
});

declare module "wagmi" {
  interface Register {
    config: typeof wagmiConfig;
  }
}
