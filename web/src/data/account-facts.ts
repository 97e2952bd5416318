import { queryOptions } from "@tanstack/react-query";
import type { Config } from "wagmi";
import { getBalance, getBytecode, getTransactionCount } from "wagmi/actions";
import type { Address } from "../lib/address.ts";
import { queryKeys } from "./query-keys.ts";

/** What the chain knows of an address: a program, an account that did something, or nothing at all. */
export type AccountFacts = "contract" | "used" | "unused";

/** Code of an account that acts through a contract (EIP-7702): it still has a key of its own. */
const DELEGATED = "0xef0100";

/** What the chain knows of an address. */
export function accountFactsQueryOptions(config: Config, address: Address) {
  return queryOptions({
    queryKey: queryKeys.chain("account-facts", address),
    queryFn: async (): Promise<AccountFacts> => {
      const [code, sent, { value }] = await Promise.all([
        getBytecode(config, { address }),
        getTransactionCount(config, { address }),
        getBalance(config, { address }),
      ]);
      if (code !== undefined && !code.startsWith(DELEGATED)) return "contract";
      return sent > 0 || value > 0n ? "used" : "unused";
    },
  });
}
