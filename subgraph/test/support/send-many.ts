import { equityRegistryAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import { type Address, encodeFunctionData, type Hex, type Log, parseEther, parseEventLogs } from "viem";

/** Transactions that are put into one block: with this gas each, a block of the chain has room for them. */
const PER_BLOCK = 20;
const GAS = 1_400_000n;
/** Shares of each token, in wei: a power of two, so that halves of it earn halves to the wei. */
export const SHARES = 2n ** 70n;

/** One call among many. */
export interface ManyCall {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
  /** Coins sent along, in wei. */
  readonly value?: bigint;
}

/** Makes calls by unlocked accounts, many in a block, and returns their receipts' logs. Throws when one of them reverts. */
export async function sendMany({ client }: Session, calls: readonly ManyCall[]) {
  await client.setAutomine(false);
  const logs: Log[] = [];
  try {
    for (let start = 0; start < calls.length; start += PER_BLOCK) {
      const hashes: Hex[] = [];
      for (const { from: account, ...call } of calls.slice(start, start + PER_BLOCK)) {
        hashes.push(await client.sendTransaction({ account, gas: GAS, ...call }));
      }
      await client.mine({ blocks: 1 });
      for (const hash of hashes) {
        const receipt = await client.getTransactionReceipt({ hash });
        if (receipt.status !== "success") throw new Error(`Transaction ${hash} reverted`);
        logs.push(...receipt.logs);
      }
    }
  } finally {
    await client.setAutomine(true);
  }
  return logs;
}

/** Unlocks everybody, with coins and an open personal token of `SHARES`; the tokens come in the people's order. */
export async function launchForAll(session: Session, people: readonly Address[]): Promise<Address[]> {
  for (const address of people) {
    await session.client.setBalance({ address, value: parseEther("10") });
    await session.client.impersonateAccount({ address });
  }
  const { registry } = session.deployment;
  const calls = people.map((from, index) => ({
    from,
    to: registry,
    data: encodeFunctionData({
      abi: equityRegistryAbi,
      functionName: "launch",
      args: [`Person ${index}`, `P${index}`, SHARES, "", true],
    }),
  }));
  const launched = parseEventLogs({
    abi: equityRegistryAbi,
    eventName: "PersonalTokenLaunched",
    logs: await sendMany(session, calls),
  });
  const tokens = new Map(launched.map(({ args }) => [args.person.toLowerCase(), args.token]));
  return people.map((person) => tokens.get(person) as Address);
}
