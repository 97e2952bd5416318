import { BaseError, ContractFunctionRevertedError } from "viem";

/** Why a contract refused a call. */
export interface Refusal {
  /** Name of the contract's error; the four bytes that stand for it when no interface knows it. */
  readonly name: string;
  readonly args: readonly unknown[];
}

/** The refusal that an action failed with; undefined when it failed otherwise. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (!(reverted instanceof ContractFunctionRevertedError)) return undefined;
  const { data, signature, reason } = reverted;
  return { name: data?.errorName ?? reason ?? signature ?? "no reason given", args: data?.args ?? [] };
}
