import type { Deployment } from "@weft/abis";
import { type ChainClient, createChainClient } from "../chain/chain-client.ts";

/** What every action needs: a client of the chain, and where the protocol lives on it. */
export interface Session {
  readonly client: ChainClient;
  readonly deployment: Deployment;
}

/** A session on the chain at `rpcUrl`. */
export function createSession(rpcUrl: string, deployment: Deployment): Session {
  return { client: createChainClient(rpcUrl), deployment };
}
