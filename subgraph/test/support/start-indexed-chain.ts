import {
  type LocalChain,
  type LocalDeployOptions,
  placeManifest,
  type Session,
  type StartChainOptions,
  startProtocol,
} from "@weft/devnet";
import { type Indexer, startIndexer } from "@weft/indexer";

/** A chain of its own with the protocol on it, and the compiled subgraph following it. */
export interface IndexedChain {
  readonly chain: LocalChain;
  readonly session: Session;
  readonly indexer: Indexer;
  /** Waits until everything on the chain is indexed; returns the last block. */
  catchUp(): Promise<number>;
  close(): Promise<void>;
}

/** A gateway that is not there: the port is reserved. */
export const NOWHERE = "http://127.0.0.1:9/ipfs";

/** Starts a chain on a free port, deploys the protocol, and indexes it in memory; `ipfs` is the gateway that files come from. */
export async function startIndexedChain(
  options: StartChainOptions = {},
  deployOptions: LocalDeployOptions = {},
  ipfs: string = NOWHERE,
): Promise<IndexedChain> {
  const { chain, session } = await startProtocol(options, deployOptions);
  try {
    const manifest = await placeManifest(session.deployment);
    const indexer = await startIndexer({ manifest, rpc: chain.rpcUrl, pollingInterval: 50, ipfs });
    return {
      chain,
      session,
      indexer,
      catchUp: async () => {
        await indexer.sync();
        return indexer.status().head?.number ?? 0;
      },
      close: async () => {
        await indexer.close();
        await chain.close();
      },
    };
  } catch (error) {
    await chain.close();
    throw error;
  }
}
