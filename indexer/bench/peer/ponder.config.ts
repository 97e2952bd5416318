import { createConfig } from "ponder";
import { parseAbi } from "viem";

const { BENCH_DATABASE_URL, BENCH_DIRECTORY, BENCH_RPC_URL, BENCH_WS_URL } = process.env;

export default createConfig({
  database:
    BENCH_DATABASE_URL === undefined
      ? { kind: "pglite", directory: `${BENCH_DIRECTORY}/pglite` }
      : { kind: "postgres", connectionString: BENCH_DATABASE_URL },
  chains: {
    anvil: {
      id: 31337,
      rpc: BENCH_RPC_URL,
      ...(BENCH_WS_URL === undefined ? {} : { ws: BENCH_WS_URL }),
      // The least that it takes.
      pollingInterval: 100,
      disableCache: true,
    },
  },
  contracts: {
    Token: {
      abi: parseAbi(["event Transfer(address indexed from, address indexed to, uint256 value)"]),
      chain: "anvil",
      address: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
      startBlock: 1,
    },
  },
});
