import type { Abi, Address, ContractFunctionName, ContractFunctionParameters } from "viem";

/** One call of a contract that changes something. */
export interface TransactRequest {
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args?: readonly unknown[] | undefined;
  /** Native coin sent along, in wei. */
  readonly value?: bigint | undefined;
  /** Units of gas to allow at least, where the chain's estimate may be too small: it finds the least with which nothing fails. */
  readonly leastGas?: bigint | undefined;
}

/** A request whose function and arguments are checked against its interface. */
export function transactRequest<
  const Interface extends Abi,
  Name extends ContractFunctionName<Interface, "nonpayable" | "payable">,
>(
  request: ContractFunctionParameters<Interface, "nonpayable" | "payable", Name> & {
    readonly value?: bigint;
    readonly leastGas?: bigint;
  },
): TransactRequest {
  return request as unknown as TransactRequest;
}
