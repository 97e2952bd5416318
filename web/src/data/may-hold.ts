import { queryOptions } from "@tanstack/react-query";
import type { Config } from "wagmi";
import { readContract } from "wagmi/actions";
import { personalTokenAbi } from "../chain/contracts.ts";
import type { Address } from "../lib/address.ts";
import { queryKeys } from "./query-keys.ts";

/** Whether `holder` may receive shares of a personal token: it is open, or its person approved the holder. */
export function mayHoldQueryOptions(config: Config, token: Address, holder: Address) {
  return queryOptions({
    queryKey: queryKeys.chain("may-hold", token, holder),
    queryFn: async () => {
      const contract = { address: token, abi: personalTokenAbi } as const;
      const [open, approved] = await Promise.all([
        readContract(config, { ...contract, functionName: "transfersOpen" }),
        readContract(config, { ...contract, functionName: "isHolderApproved", args: [holder] }),
      ]);
      return open || approved;
    },
  });
}
