import { createTestClient, http, publicActions, walletActions } from "viem";
import { foundry } from "viem/chains";

/** Milliseconds between looks for a receipt. The local chain makes a block at once. */
const POLLING_INTERVAL = 20;

/** A client of the local chain that reads, sends from unlocked accounts, and sets the chain's clock. */
export type ChainClient = ReturnType<typeof createChainClient>;

/** Connects to the local chain at `rpcUrl`. */
export function createChainClient(rpcUrl: string) {
  return createTestClient({
    mode: "anvil",
    chain: foundry,
    transport: http(rpcUrl),
    pollingInterval: POLLING_INTERVAL,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions);
}
