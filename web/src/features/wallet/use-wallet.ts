import { useAccount, useDisconnect, useSwitchChain } from "wagmi";
import { chain } from "../../chain/chain.ts";
import { isDevelopmentConnector } from "../../chain/development-connector.ts";
import type { Address } from "../../lib/address.ts";
import { requestWalletDialog } from "./dialog-request.ts";
import { preloadWalletDialog } from "./load-wallet-dialog.ts";

/** The connected wallet and what can be done with it. */
export interface Wallet {
  /** In lower case; undefined when no wallet is connected. */
  readonly address: Address | undefined;
  /** A reload is connecting again to the wallet used last. */
  readonly restoring: boolean;
  /** Whether the wallet is on the chain that Weft runs on here; true without a wallet. */
  readonly chainOk: boolean;
  /** The chain the wallet is on. */
  readonly chainId: number | undefined;
  readonly expectedChainName: string;
  /** Whether it is an unlocked account of the local chain. */
  readonly development: boolean;
  /** Opens the dialog in which a wallet is chosen. */
  readonly connect: () => void;
  /** Begins to load that dialog. */
  readonly preload: () => void;
  readonly disconnect: () => void;
  /** Asks the wallet to go to the chain that Weft runs on here. */
  readonly switchChain: () => void;
  /** Whether it did not. */
  readonly switchFailed: boolean;
}

/** The connected wallet. */
export function useWallet(): Wallet {
  const account = useAccount();
  const { disconnect } = useDisconnect();
  const { switchChain, isError: switchFailed } = useSwitchChain();
  return {
    address: account.isConnected ? (account.address?.toLowerCase() as Address | undefined) : undefined,
    restoring: account.isReconnecting,
    chainOk: !account.isConnected || account.chainId === chain.id,
    chainId: account.chainId,
    expectedChainName: chain.name,
    development: isDevelopmentConnector(account.connector?.id),
    connect: requestWalletDialog,
    preload: preloadWalletDialog,
    switchFailed,
    disconnect: () => disconnect(),
    switchChain: () => switchChain({ chainId: chain.id }),
  };
}
