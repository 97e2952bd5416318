import { queryOptions } from "@tanstack/react-query";
import type { Config } from "wagmi";
import { getGasPrice } from "wagmi/actions";
import { queryKeys } from "./query-keys.ts";

/** Price of one unit of gas, in wei of the native coin. */
export function gasPriceQueryOptions(config: Config) {
  return queryOptions({
    queryKey: queryKeys.chain("gas-price"),
    queryFn: () => getGasPrice(config),
    staleTime: 15_000,
    structuralSharing: false,
  });
}
