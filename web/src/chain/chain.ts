import { type Chain, defineChain } from "viem";
import { CHAIN_ID, RPC_URL } from "./environment.ts";

/** The chain that runs on this machine, whose accounts are unlocked for development. */
export const LOCAL_CHAIN_ID = 31_337;

/** The chain that this build of the dApp works on. */
export const chain: Chain = defineChain({
  id: CHAIN_ID,
  name: CHAIN_ID === LOCAL_CHAIN_ID ? "Local" : `Chain ${CHAIN_ID}`,
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [RPC_URL] } },
  testnet: CHAIN_ID === LOCAL_CHAIN_ID,
});

/** Whether the chain offers unlocked development accounts. */
export const isLocalChain: boolean = CHAIN_ID === LOCAL_CHAIN_ID;

const KNOWN_CHAINS: ReadonlyMap<number, string> = new Map([
  [1, "Ethereum"],
  [10, "OP Mainnet"],
  [56, "BNB Smart Chain"],
  [100, "Gnosis"],
  [137, "Polygon"],
  [8453, "Base"],
  [42161, "Arbitrum One"],
  [11155111, "Sepolia"],
  [chain.id, chain.name],
]);

/** What people call a chain, so that a wallet on the wrong one can be told where it is. */
export function chainName(chainId: number | undefined): string {
  if (chainId === undefined) return "no network";
  return KNOWN_CHAINS.get(chainId) ?? `network ${chainId}`;
}
