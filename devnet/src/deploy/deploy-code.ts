import { type Abi, type Address, getAddress, type Hex } from "viem";
import type { ChainClient } from "../chain/chain-client.ts";
import { DevnetError } from "../errors.ts";

/** A contract on the chain. */
export interface Deployed {
  readonly address: Address;
  readonly block: bigint;
}

/** A contract to put on the chain. */
export interface CodeToDeploy {
  /** What errors call it. */
  readonly name: string;
  readonly abi: Abi;
  readonly bytecode: Hex;
  readonly args: readonly unknown[];
}

/**
 * Puts a contract on the chain, from an unlocked account.
 *
 * @throws DevnetError when its constructor reverts.
 */
export async function deployCode(client: ChainClient, account: Address, code: CodeToDeploy): Promise<Deployed> {
  const { name, ...contract } = code;
  const hash = await client.deployContract({ account, ...contract });
  const { contractAddress, blockNumber, status } = await client.waitForTransactionReceipt({ hash });
  if (status !== "success" || !contractAddress) throw new DevnetError(`${name} was not deployed: ${hash} ${status}.`);
  return { address: getAddress(contractAddress), block: blockNumber };
}
