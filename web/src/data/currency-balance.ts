import { queryOptions } from "@tanstack/react-query";
import { type Address, erc20Abi, zeroAddress } from "viem";
import type { Config } from "wagmi";
import { getBalance, readContract } from "wagmi/actions";
import { queryKeys } from "./query-keys.ts";

/** The query of what an account has of the currency, in its smallest unit; the zero address is the native coin. */
export function currencyBalanceQueryOptions(config: Config, account: Address, currency: Address) {
  return queryOptions({
    queryKey: queryKeys.chain("currency-balance", account, currency),
    queryFn: async (): Promise<bigint> =>
      currency === zeroAddress
        ? (await getBalance(config, { address: account })).value
        : readContract(config, { address: currency, abi: erc20Abi, functionName: "balanceOf", args: [account] }),
    structuralSharing: false,
  });
}
