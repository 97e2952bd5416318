import type { QueryClient } from "@tanstack/react-query";
import type { Config } from "wagmi";
import { getAccount, getPublicClient, simulateContract, writeContract } from "wagmi/actions";
import { contractErrors } from "../../chain/contracts.ts";
import { fetchIndexStatus } from "../../data/index-status.ts";
import { CHAIN_KEY, INDEX_KEY, queryKeys } from "../../data/query-keys.ts";
import { WebError } from "../../lib/web-error.ts";
import { noteTransaction } from "./last-transaction.ts";
import type { Receipt, TransactPorts } from "./run-transaction.ts";
import type { TransactRequest } from "./transact-request.ts";

/** How the one way of writes reaches the wallet, the chain and the index. */
export function transactPorts(config: Config, queryClient: QueryClient): TransactPorts<TransactRequest> {
  const expectedChainId = config.chains[0].id;
  return {
    expectedChainId,
    wallet() {
      const account = getAccount(config);
      return account.isConnected ? { chainId: account.chainId } : undefined;
    },
    async simulate(request) {
      const { address: account } = getAccount(config);
      await simulateContract(config, {
        ...request,
        abi: [...request.abi, ...contractErrors],
        ...(account ? { account } : {}),
        chainId: expectedChainId,
      } as unknown as Parameters<typeof simulateContract>[1]);
    },
    write: (request) =>
      writeContract(config, { ...request, chainId: expectedChainId } as unknown as Parameters<typeof writeContract>[1]),
    receipt: (hash) => readReceipt(config, hash),
    indexedBlock: async () => (await fetchIndexStatus()).block,
    invalidate(block) {
      noteTransaction(block);
      for (const queryKey of [[INDEX_KEY], [CHAIN_KEY], queryKeys.status()]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

async function readReceipt(config: Config, hash: `0x${string}`): Promise<Receipt> {
  const client = getPublicClient(config);
  if (!client)
    throw new WebError("The configuration has no client for its chain. Check VITE_CHAIN_ID and VITE_RPC_URL.");
  let cancelled = false;
  const receipt = await client.waitForTransactionReceipt({
    hash,
    onReplaced({ reason }) {
      cancelled = reason === "cancelled";
    },
  });
  const block = Number(receipt.blockNumber);
  noteTransaction(block);
  return { hash: receipt.transactionHash, block, outcome: cancelled ? "cancelled" : receipt.status };
}
