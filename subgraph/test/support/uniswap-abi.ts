import { parseAbi } from "viem";

/** What the tests need of Uniswap v3's factory: see github.com/Uniswap/v3-core. */
export const poolFactoryAbi = parseAbi([
  "function createPool(address tokenA, address tokenB, uint24 fee) returns (address pool)",
]);
