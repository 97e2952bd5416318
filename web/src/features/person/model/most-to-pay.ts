import { type Address, zeroAddress } from "viem";

/**
 * Units of gas kept back for paying in: 130,000 with the longest text while a gain streams, and a quarter that wallets allow on
 * top.
 */
const GAS_KEPT = 165_000n;
/** Wallets keep back twice the present price, so that a call still fits when the price rises. */
const PRICE_ROOM = 2n;

/**
 * The most that an account can pay in, in wei of the currency: what it has, less the network fee where that is paid in the
 * same coin.
 *
 * @param gasPrice In wei of the native coin for a unit of gas; undefined while it is not known.
 * @returns undefined while it can't be known.
 */
export function mostToPay(balance: bigint, currency: Address, gasPrice: bigint | undefined): bigint | undefined {
  if (currency !== zeroAddress) return balance;
  if (gasPrice === undefined) return undefined;
  const kept = GAS_KEPT * PRICE_ROOM * gasPrice;
  return balance > kept ? balance - kept : 0n;
}
