import { http } from "viem";
import { type Address, toAddress } from "../../lib/address.ts";

/** Somebody has pressed Connect and waits. */
const PATIENCE_MS = 3_000;

/** The accounts that the local chain signs for; none when it can't be asked. */
export async function readUnlockedAccounts(rpcUrl: string): Promise<readonly Address[]> {
  try {
    const answer: unknown = await http(rpcUrl, { timeout: PATIENCE_MS })({ retryCount: 0 }).request({
      method: "eth_accounts",
    });
    if (!Array.isArray(answer)) return [];
    return answer
      .map((account) => (typeof account === "string" ? toAddress(account) : undefined))
      .filter((account): account is Address => account !== undefined);
  } catch {
    return [];
  }
}
