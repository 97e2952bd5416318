import { type Address, encodeFunctionData, type Hex } from "viem";
import { compileContracts } from "./compile-contracts.ts";
import type { Fixture } from "./fixture.ts";

/** Calls of the fixture's factory that go through another contract. */
export interface Relay {
  readonly address: Address;
  /** Sends without waiting for a block; a transaction that fails is sent all the same. */
  send(way: "relay" | "attempt" | "undo", functionName: string, args: readonly unknown[]): Promise<Hex>;
  /** Calls the factory itself. */
  direct(functionName: string, args: readonly unknown[]): Promise<Hex>;
}

/** Gas that is enough for every call, so that nothing is estimated. */
const GAS = 1_000_000n;

/** Deploys a relay. */
export async function deployRelay({ address: factoryAddress, client }: Fixture): Promise<Relay> {
  const contracts = compileContracts();
  const relay = contracts.get("Relay");
  const factory = contracts.get("Factory");
  const { account, chain } = client;
  if (relay === undefined || factory === undefined || account === undefined) throw new Error("no contracts");
  const hash = await client.deployContract({ account, chain, abi: relay.abi, bytecode: relay.bytecode });
  const { contractAddress } = await client.waitForTransactionReceipt({ hash });
  const address = contractAddress as Address;
  const dataOf = (functionName: string, args: readonly unknown[]) =>
    encodeFunctionData({ abi: factory.abi, functionName, args });
  return {
    address,
    send: (way, functionName, args) =>
      client.writeContract({
        account,
        chain,
        address,
        abi: relay.abi,
        functionName: way,
        args: [factoryAddress, dataOf(functionName, args)],
        gas: GAS,
      }),
    direct: (functionName, args) =>
      client.sendTransaction({ account, chain, to: factoryAddress, data: dataOf(functionName, args), gas: GAS }),
  };
}
