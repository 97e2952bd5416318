import { useQuery } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { currencyBalanceQueryOptions } from "../../../data/currency-balance.ts";
import { gasPriceQueryOptions } from "../../../data/gas-price.ts";
import { mostToPay } from "../model/most-to-pay.ts";

/** The most that an account can pay in, in wei of the currency; undefined while it is not known. */
export function useMostToPay(account: Address | undefined, currency: Address): bigint | undefined {
  const config = useConfig();
  const { data: balance } = useQuery({
    ...currencyBalanceQueryOptions(config, account ?? zeroAddress, currency),
    enabled: account !== undefined,
  });
  const { data: gasPrice } = useQuery(gasPriceQueryOptions(config));
  if (account === undefined || balance === undefined) return undefined;
  return mostToPay(balance, currency, gasPrice);
}
