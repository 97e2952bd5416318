import { queryOptions } from "@tanstack/react-query";
import { type Hash, parseEventLogs } from "viem";
import type { Config } from "wagmi";
import { getPublicClient, readContract } from "wagmi/actions";
import { equityRegistryAbi } from "../chain/contracts.ts";
import { type Address, toAddress } from "../lib/address.ts";
import { queryKeys } from "./query-keys.ts";

/** Kinds as the registry numbers them. */
const KINDS = { person: 1, network: 2 } as const;

/** The address that a creator's next token of a kind will have, in lower case; read from the chain itself. */
export function predictedTokenQueryOptions(
  config: Config,
  registry: Address,
  creator: Address,
  kind: "person" | "network",
) {
  return queryOptions({
    queryKey: queryKeys.chain("predicted-token", registry, creator, kind),
    queryFn: async (): Promise<Address> => {
      const contract = { address: registry, abi: equityRegistryAbi } as const;
      const index =
        kind === "person"
          ? 0n
          : await readContract(config, { ...contract, functionName: "networkCountOf", args: [creator] });
      const args = [creator, KINDS[kind], index] as const;
      const address = await readContract(config, { ...contract, functionName: "predictToken", args });
      return address.toLowerCase() as Address;
    },
  });
}

/** The token that a transaction launched or formed, in lower case; null when it did neither. */
export function createdTokenQueryOptions(config: Config, hash: Hash) {
  return queryOptions({
    queryKey: ["created-token", hash] as const,
    queryFn: async (): Promise<Address | null> => {
      const receipt = await getPublicClient(config)?.getTransactionReceipt({ hash });
      const [created] = parseEventLogs({
        abi: equityRegistryAbi,
        eventName: ["PersonalTokenLaunched", "NetworkFormed"],
        logs: receipt?.logs ?? [],
      });
      if (created === undefined) return null;
      const { args } = created;
      return toAddress("network" in args ? args.network : args.token) ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
