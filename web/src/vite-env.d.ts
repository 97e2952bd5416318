/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** JSON-RPC endpoint of the chain. */
  readonly VITE_RPC_URL?: string;
  /** GraphQL endpoint of the index. */
  readonly VITE_GRAPHQL_URL?: string;
  /** Chain id, decimal. */
  readonly VITE_CHAIN_ID?: string;
  /** Where transactions are looked up. */
  readonly VITE_EXPLORER_URL?: string;
  /** Project id of WalletConnect; empty or missing where the build leaves it out. */
  readonly VITE_WALLETCONNECT_PROJECT_ID?: string;
}
