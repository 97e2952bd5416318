import type { Address } from "viem";
import { mnemonicToAccount } from "viem/accounts";

/** Accounts of the local chain: funded, unlocked, and known to everybody. */
export const DEV_ACCOUNT_COUNT = 20;

/** The phrase that anvil and other local chains share. Worthless everywhere else. */
const DEV_PHRASE = "test test test test test test test test test test test junk";

/** Account that deploys. It is the last one, so that deploying leaves the people's accounts and nonces alone. */
export const DEPLOYER_INDEX = DEV_ACCOUNT_COUNT - 1;

let derived: readonly Address[] | undefined;

/** Addresses of the local chain's development accounts, by index. */
export function devAccounts(): readonly Address[] {
  derived ??= Array.from({ length: DEV_ACCOUNT_COUNT }, (_, index) => {
    return mnemonicToAccount(DEV_PHRASE, { addressIndex: index }).address;
  });
  return derived;
}

/**
 * Address of the development account with that index.
 *
 * @throws RangeError when there is none.
 */
export function devAccount(index: number): Address {
  const address = devAccounts()[index];
  if (address === undefined) {
    throw new RangeError(`There is no development account ${index}: they are numbered 0 to ${DEV_ACCOUNT_COUNT - 1}.`);
  }
  return address;
}
