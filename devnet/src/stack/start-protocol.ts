import { createSession, type Session } from "../actions/session.ts";
import { createChainClient } from "../chain/chain-client.ts";
import { type LocalChain, type StartChainOptions, startChain } from "../chain/start-chain.ts";
import { deployLocally, type LocalDeployOptions } from "../deploy/deploy-locally.ts";

/** A chain of its own with the protocol on it. */
export interface LocalProtocol {
  readonly chain: LocalChain;
  readonly session: Session;
}

/** Starts a chain on a free port and deploys the protocol. The caller closes the chain. */
export async function startProtocol(
  options: StartChainOptions = {},
  deployOptions: LocalDeployOptions = {},
): Promise<LocalProtocol> {
  const chain = await startChain(options);
  try {
    const deployment = await deployLocally(createChainClient(chain.rpcUrl), deployOptions);
    return { chain, session: createSession(chain.rpcUrl, deployment) };
  } catch (error) {
    await chain.close();
    throw error;
  }
}
