import { connectorsForWallets, type Wallet } from "@rainbow-me/rainbowkit";
import { injectedWallet } from "@rainbow-me/rainbowkit/wallets";
import type { QueryClient } from "@tanstack/react-query";
import type { Config } from "wagmi";
import { isLocalChain } from "../../chain/chain.ts";
import { RPC_URL } from "../../chain/environment.ts";
import { type OwnershipSnapshot, ownershipQueryOptions } from "../../data/ownership.ts";
import { developmentWallet, nameAccounts } from "./development-wallets.ts";
import { addConnectors } from "./late-connectors.ts";
import { readUnlockedAccounts } from "./read-unlocked-accounts.ts";

/** Adds the wallets that the dialog lists. Without an index the accounts have no names; without a chain there are none. */
export async function offerWallets(config: Config, queryClient: QueryClient): Promise<void> {
  const groups: { groupName: string; wallets: (() => Wallet)[] }[] = [];
  if (isLocalChain) {
    const [accounts, snapshot] = await Promise.all([readUnlockedAccounts(RPC_URL), readSnapshot(queryClient)]);
    const wallets = nameAccounts(accounts, snapshot).map((account) => () => developmentWallet(account, RPC_URL));
    if (wallets.length > 0) groups.push({ groupName: "On this machine", wallets });
  }
  groups.push({ groupName: "In this browser", wallets: [injectedWallet] });
  addConnectors(config, connectorsForWallets(groups, { appName: "Weft", projectId: "none" }));
}

/** Somebody has pressed Connect and waits: names that take longer are left out. */
const PATIENCE_MS = 3_000;

function readSnapshot(queryClient: QueryClient): Promise<OwnershipSnapshot | undefined> {
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([queryClient.ensureQueryData(ownershipQueryOptions()).catch(() => undefined), tooLong]);
}
