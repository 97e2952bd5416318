import { connectorsForWallets, type Wallet } from "@rainbow-me/rainbowkit";
import { injectedWallet } from "@rainbow-me/rainbowkit/wallets";
import type { Config } from "wagmi";
import { isLocalChain } from "../../chain/chain.ts";
import { RPC_URL } from "../../chain/environment.ts";
import { fetchNames } from "../../data/names/fetch-names.ts";
import type { Names } from "../../data/names/names.ts";
import type { Address } from "../../lib/address.ts";
import { developmentWallet, nameAccounts } from "./development-wallets.ts";
import { addConnectors } from "./late-connectors.ts";
import { loadWalletConnect } from "./load-wallet-connect.ts";
import { readUnlockedAccounts } from "./read-unlocked-accounts.ts";

/** Adds the wallets that the dialog lists. Without an index the accounts have no names; without a chain there are none. */
export async function offerWallets(config: Config): Promise<void> {
  const groups: { groupName: string; wallets: (() => Wallet)[] }[] = [];
  if (isLocalChain) {
    const accounts = await readUnlockedAccounts(RPC_URL);
    const wallets = nameAccounts(accounts, await readNames(accounts)).map(
      (account) => () => developmentWallet(account, RPC_URL),
    );
    if (wallets.length > 0) groups.push({ groupName: "On this machine", wallets });
  }
  groups.push({ groupName: "In this browser", wallets: [injectedWallet] });
  const { walletConnectChoice } = (await loadWalletConnect?.()) ?? {};
  if (walletConnectChoice) groups.push({ groupName: "On another device", wallets: [walletConnectChoice] });
  addConnectors(config, connectorsForWallets(groups, { appName: "Weft", projectId: "none" }));
}

/** Somebody has pressed Connect and waits: names that take longer are left out. */
const PATIENCE_MS = 3_000;

function readNames(accounts: readonly Address[]): Promise<Names | undefined> {
  return fetchNames(accounts, AbortSignal.timeout(PATIENCE_MS)).catch(() => undefined);
}
