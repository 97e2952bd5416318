import { queryOptions } from "@tanstack/react-query";
import { type Abi, type Hex, toFunctionSelector } from "viem";
import type { Config } from "wagmi";
import { readContract } from "wagmi/actions";
import { contractErrors, personalTokenAbi } from "../chain/contracts.ts";
import type { Address } from "../lib/address.ts";
import { queryKeys } from "./query-keys.ts";

/** What an account can send of a token now. Amounts in wei of shares. */
export interface SendableFacts {
  readonly transferable: bigint;
  readonly locked: bigint;
  /** When the locked shares are free, Unix time; 0 when none are locked. */
  readonly lockedUntil: number;
}

/** What `account` can send of `token` now. */
export function sendableQueryOptions(config: Config, token: Address, account: Address) {
  return queryOptions({
    queryKey: queryKeys.chain("sendable", token, account),
    queryFn: async (): Promise<SendableFacts> => {
      const contract = { address: token, abi: personalTokenAbi } as const;
      const [transferable, [locked, until]] = await Promise.all([
        readContract(config, { ...contract, functionName: "transferableBalanceOf", args: [account] }),
        readContract(config, { ...contract, functionName: "lockedOf", args: [account] }),
      ]);
      return { transferable, locked, lockedUntil: Number(until) };
    },
    structuralSharing: false,
  });
}

/** A transfer that is thought of; amount in wei of shares. */
export interface ThoughtTransfer {
  readonly token: Address;
  readonly from: Address;
  readonly to: Address;
  readonly amount: bigint;
}

/** Name of the error with which a transfer would be refused, and null where it would go through. */
export function transferRefusalQueryOptions(config: Config, { token, from, to, amount }: ThoughtTransfer) {
  return queryOptions({
    queryKey: queryKeys.chain("can-transfer", token, from, to, amount.toString()),
    queryFn: async (): Promise<string | null> => {
      const [allowed, reason] = await readContract(config, {
        address: token,
        abi: personalTokenAbi,
        functionName: "canTransfer",
        args: [from, to, amount],
      });
      return allowed ? null : errorName(contractErrors, reason);
    },
  });
}

/** The error that a selector stands for; the selector itself if there is none. */
export function errorName(errors: Abi, selector: Hex): string {
  for (const item of errors) {
    if (item.type !== "error") continue;
    const signature = `${item.name}(${item.inputs.map(({ type }) => type).join()})`;
    if (toFunctionSelector(signature) === selector) return item.name;
  }
  return selector;
}
