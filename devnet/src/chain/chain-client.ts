import { createTestClient, type HttpTransport, http, publicActions, walletActions } from "viem";
import { foundry } from "viem/chains";

/** Milliseconds between looks for a receipt. The local chain makes a block at once. */
const POLLING_INTERVAL = 20;

/** Gas that a transaction is given when it does not say how much: more than any call or deployment of ours takes. */
const GAS = 15_000_000n;

/** A client of the local chain that reads, sends from unlocked accounts, and sets the chain's clock. */
export type ChainClient = ReturnType<typeof createChainClient>;

/** Connects to the local chain at `rpcUrl`. */
export function createChainClient(rpcUrl: string) {
  return createTestClient({
    mode: "anvil",
    chain: foundry,
    transport: withEnoughGas(http(rpcUrl)),
    pollingInterval: POLLING_INTERVAL,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions);
}

/**
 * Gives transactions gas enough, so that the chain does not estimate it: what streams accrues, and votes are counted, once
 * a second, so that a call costs more in the second after its estimate.
 */
function withEnoughGas(transport: HttpTransport): HttpTransport {
  return (options) => {
    const inner = transport(options);
    const request = (({ method, params }, requestOptions) =>
      inner.request(
        { method, params: method === "eth_sendTransaction" ? [withGas(params)] : params },
        requestOptions,
      )) as typeof inner.request;
    return { ...inner, request };
  };
}

function withGas(params: unknown): unknown {
  const [transaction] = params as readonly [object];
  return { gas: `0x${GAS.toString(16)}`, ...transaction };
}
