import type { Address } from "viem";
import { compileContracts } from "./compile-contracts.ts";
import { anvilClient } from "./start-anvil.ts";

/** Kinds of the fixture's `command` events, as the mapping of the test subgraph understands them. */
export const COMMAND = {
  tryIncrement: 1n,
  increment: 2n,
  describe: 3n,
  bars: 4n,
  fail: 5n,
  critical: 6n,
  saveOnce: 7n,
  partial: 8n,
  removeThenSave: 9n,
  incomplete: 10n,
} as const;

/** Deploys the factory and returns functions that send to it; each resolves with the block that took the transaction. */
export async function deployFixture(url: string) {
  const client = anvilClient(url);
  const contracts = compileContracts();
  const factory = contracts.get("Factory");
  const child = contracts.get("Child");
  if (factory === undefined || child === undefined) throw new Error("the fixture has no contracts");
  const { account } = client;
  if (account === undefined) throw new Error("the client has no account");
  const common = { account, chain: client.chain };

  async function mined(hash: `0x${string}`): Promise<number> {
    return Number((await client.waitForTransactionReceipt({ hash })).blockNumber);
  }

  const deployment = await client.deployContract({ ...common, abi: factory.abi, bytecode: factory.bytecode });
  const { contractAddress } = await client.waitForTransactionReceipt({ hash: deployment });
  const address = contractAddress as Address;

  const send = (to: Address, abi: typeof factory.abi, functionName: string, args: readonly unknown[]) =>
    client.writeContract({ ...common, address: to, abi, functionName, args: [...args] });

  return {
    client,
    address,
    mined,
    /** Makes a child; resolves with its address and block. */
    async create(name: string): Promise<{ readonly child: Address; readonly block: number }> {
      const { result } = await client.simulateContract({
        account,
        address,
        abi: factory.abi,
        functionName: "create",
        args: [name],
      });
      const block = await mined(await send(address, factory.abi, "create", [name]));
      return { child: result as Address, block };
    },
    command: async (kind: bigint, a: bigint, b: bigint, text: string): Promise<number> =>
      mined(await send(address, factory.abi, "command", [kind, a, b, text])),
    /** Sends without waiting for a block. */
    sendCommand: (kind: bigint, a: bigint, b: bigint, text: string) =>
      send(address, factory.abi, "command", [kind, a, b, text]),
    ping: async (to: Address, n: bigint, text: string): Promise<number> =>
      mined(await send(to, child.abi, "ping", [n, text])),
    shapes: async (to: Address, label: string, signed: bigint, list: readonly bigint[]): Promise<number> =>
      mined(await send(to, child.abi, "shapes", [label, signed, list])),
  };
}

/** What {@link deployFixture} returns. */
export type Fixture = Awaited<ReturnType<typeof deployFixture>>;
