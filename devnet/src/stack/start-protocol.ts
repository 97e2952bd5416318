import { createSession, type Session } from "../actions/session.ts";
import { createChainClient } from "../chain/chain-client.ts";
import { type LocalChain, type StartChainOptions, startChain } from "../chain/start-chain.ts";
import { type DeployOptions, deployProtocol } from "../deploy/deploy-protocol.ts";

/** A chain of its own with the protocol on it. */
export interface LocalProtocol {
  readonly chain: LocalChain;
  readonly session: Session;
}

/** Starts a chain on a free port and deploys the protocol. The caller closes the chain. */
export async function startProtocol(
  options: StartChainOptions = {},
  deployOptions: DeployOptions = {},
): Promise<LocalProtocol> {
  const chain = await startChain(options);
  try {
    const deployment = await deployProtocol(createChainClient(chain.rpcUrl), deployOptions);
    return { chain, session: createSession(chain.rpcUrl, deployment) };
  } catch (error) {
    await chain.close();
    throw error;
  }
}
