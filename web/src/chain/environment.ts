const env = import.meta.env;

/** JSON-RPC endpoint of the chain. */
export const RPC_URL: string = env.VITE_RPC_URL ?? "http://127.0.0.1:8545";

/** GraphQL endpoint of the index. */
export const GRAPHQL_URL: string = env.VITE_GRAPHQL_URL ?? "http://127.0.0.1:8000/subgraphs/name/weft";

/** The chain this build is for. */
export const CHAIN_ID: number = Number(env.VITE_CHAIN_ID ?? 31_337);

/** Where transactions can be looked up, without a slash at the end; empty for the explorer that the chain is known by. */
export const EXPLORER_URL: string = (env.VITE_EXPLORER_URL ?? "").replace(/\/+$/, "");
