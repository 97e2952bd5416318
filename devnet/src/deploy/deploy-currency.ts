import { type Address, parseUnits, zeroAddress } from "viem";
import type { ChainClient } from "../chain/chain-client.ts";
import { DEPLOYER_INDEX, devAccount, devAccounts } from "../chain/dev-accounts.ts";
import { deployCode } from "./deploy-code.ts";
import { readArtifact } from "./read-artifact.ts";

/**
 * What gains are paid in on a local chain: its own coin; a dollar with six decimals and permissions (EIP-2612); or one as
 * old as the oldest, which knows no permissions, returns nothing, and changes what is allowed only to zero and from zero.
 */
export type CurrencyName = "native" | "dollar" | "old-dollar";

/** All of them, the usual one first. */
export const CURRENCY_NAMES: readonly [CurrencyName, ...CurrencyName[]] = ["native", "dollar", "old-dollar"];

const CONTRACTS = { dollar: "DevnetDollar", "old-dollar": "OldDevnetDollar" } as const;
/** As many as every development account has of the chain's coin. */
const EACH = parseUnits("10000", 6);

/**
 * Where a currency is on a local chain: the zero address for its coin. A dollar is deployed for it, and given to the
 * development accounts.
 *
 * @throws MissingBuildError when the contracts were not built.
 */
export async function deployCurrency(client: ChainClient, currency: CurrencyName): Promise<Address> {
  if (currency === "native") return zeroAddress;
  const name = CONTRACTS[currency];
  const { abi, bytecode } = await readArtifact(name);
  const args = [devAccounts(), EACH];
  return (await deployCode(client, devAccount(DEPLOYER_INDEX), { name, abi, bytecode, args })).address;
}
