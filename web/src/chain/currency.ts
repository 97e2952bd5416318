import { zeroAddress } from "viem";
import { chain } from "./chain.ts";
import { deployment } from "./contracts.ts";

/** A unit of money: how it is written, and how many of its digits stand after the point. */
export interface CurrencyUnit {
  readonly symbol: string;
  readonly decimals: number;
}

/** What gains are paid in where this build's protocol is deployed. Pages that read the index take it from there. */
export const currencyUnit: CurrencyUnit =
  deployment === undefined || deployment.currency === zeroAddress
    ? chain.nativeCurrency
    : { symbol: deployment.currencySymbol, decimals: deployment.currencyDecimals };
