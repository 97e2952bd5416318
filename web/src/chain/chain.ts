import { type Chain, defineChain } from "viem";
import { CHAIN_ID, EXPLORER_URL, RPC_URL } from "./environment.ts";
import { KNOWN_CHAINS } from "./known-chains.ts";

/** The chain that runs on this machine, whose accounts are unlocked for development. */
export const LOCAL_CHAIN_ID = 31_337;

const known = KNOWN_CHAINS.get(CHAIN_ID);
const explorer = EXPLORER_URL ? { name: known?.explorer?.name ?? "the explorer", url: EXPLORER_URL } : known?.explorer;

/** The chain that this build of the dApp works on. */
export const chain: Chain = defineChain({
  id: CHAIN_ID,
  name: known?.name ?? `Chain ${CHAIN_ID}`,
  nativeCurrency: { ...(known?.coin ?? { name: "Ether", symbol: "ETH" }), decimals: 18 },
  rpcUrls: { default: { http: [RPC_URL] } },
  testnet: CHAIN_ID === LOCAL_CHAIN_ID,
  ...(explorer ? { blockExplorers: { default: explorer } } : {}),
});

/** Whether the chain offers unlocked development accounts. */
export const isLocalChain: boolean = CHAIN_ID === LOCAL_CHAIN_ID;

/** What people call a chain, so that a wallet on the wrong one can be told where it is. */
export function chainName(chainId: number | undefined): string {
  if (chainId === undefined) return "no network";
  if (chainId === chain.id) return chain.name;
  return KNOWN_CHAINS.get(chainId)?.name ?? `network ${chainId}`;
}
