import { settlementAbi } from "@weft/abis";
import { createSession, type Session } from "@weft/devnet";
import {
  createPublicClient,
  createTestClient,
  decodeFunctionData,
  type EIP1193RequestFn,
  http,
  parseEventLogs,
  type Transport,
} from "viem";
import { anvil } from "viem/chains";
import type { StackPlace } from "../src/stacks/serve-stacks.ts";

let current: StackPlace | undefined;

/** Makes a stack the one that this process tests on: `fixtures.ts` does, for as long as a test lasts. */
export function testOn(place: StackPlace | undefined): void {
  current = place;
}

function here(): StackPlace {
  if (current === undefined)
    throw new Error("No test is running: only tests, and what runs before each, have a stack.");
  return current;
}

/** Where the test's chain listens. */
export const rpcUrl = (): string => here().rpcUrl;

/** Where the test's index listens. */
export const graphqlUrl = (): string => here().graphqlUrl;

/** To the chain of the test that runs. */
const transport: Transport = (options) => {
  const request: EIP1193RequestFn = (...args) => http(rpcUrl())(options).request(...args);
  return { config: { key: "stack", name: "The test's chain", type: "stack", request }, request };
};

/** The chain, asked past the page. Nothing is remembered: the next test's chain is another. */
export const chain = createPublicClient({ chain: anvil, transport, cacheTime: 0 });

/** What only a local chain can do. */
export const testChain = createTestClient({ mode: "anvil", chain: anvil, transport });

/** Asks the index past the page. @throws when it answers with errors. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch(graphqlUrl(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(`The index answered ${JSON.stringify(errors)}`);
  return data;
}

/** Acts on the chain past the page. */
export function session(): Session {
  return createSession(rpcUrl(), here().deployment);
}

/** Resolves once the index has read the chain's newest block. */
export async function indexed(): Promise<void> {
  const head = Number(await chain.getBlockNumber({ cacheTime: 0 }));
  for (;;) {
    const { _meta } = await ask<{ _meta: { block: { number: number } } }>("{ _meta { block { number } } }");
    if (_meta.block.number >= head) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What votes count as a day on the stack's chain, in seconds. */
const VOTING_DAY = 60;

/** Lets time pass on the chain, in seconds, and waits until the index has seen it. */
export async function passSeconds(seconds: number): Promise<void> {
  const { timestamp } = await chain.getBlock();
  await testChain.setNextBlockTimestamp({ timestamp: timestamp + BigInt(seconds) });
  await testChain.mine({ blocks: 1 });
  await indexed();
}

/** Lets so many days of votes pass on the chain, and waits until the index has seen it. */
export async function passVotingDays(days: number): Promise<void> {
  await passSeconds(days * VOTING_DAY + 1);
}

interface TokenRow {
  readonly id: `0x${string}`;
  readonly symbol: string;
}

/** Address of the token with this symbol. */
export async function tokenAddress(symbol: string): Promise<`0x${string}`> {
  const { equityTokens } = await ask<{ equityTokens: readonly TokenRow[] }>(
    "query ($symbol: String!) { equityTokens(where: { symbol: $symbol }) { id symbol } }",
    { symbol },
  );
  const [token, other] = equityTokens;
  if (token === undefined || other !== undefined)
    throw new Error(`${equityTokens.length} tokens have the symbol ${symbol}.`);
  return token.id;
}

/** What a settlement was asked to pay at least, what it paid, and what it cost who sent it; all in wei. */
export interface SettlementFacts {
  readonly hash: `0x${string}`;
  readonly block: bigint;
  readonly account: `0x${string}`;
  readonly minPaid: bigint;
  readonly paid: bigint;
  readonly fee: bigint;
}

/** Reads the newest block's only transaction as a settlement. */
export async function lastSettlement(): Promise<SettlementFacts> {
  const block = await chain.getBlock({ includeTransactions: true });
  const transaction = block.transactions[0];
  if (transaction === undefined) throw new Error(`Block ${block.number} has no transaction.`);
  const receipt = await chain.getTransactionReceipt({ hash: transaction.hash });
  const { functionName, args } = decodeFunctionData({ abi: settlementAbi, data: transaction.input });
  if (functionName !== "settle") throw new Error(`${transaction.hash} calls ${functionName}, not settle.`);
  const [settled] = parseEventLogs({ abi: settlementAbi, eventName: "Settled", logs: receipt.logs });
  if (settled === undefined) throw new Error(`${transaction.hash} settled nothing.`);
  return {
    hash: transaction.hash,
    block: block.number,
    account: settled.args.account,
    minPaid: args[3],
    paid: settled.args.paid,
    fee: receipt.gasUsed * receipt.effectiveGasPrice,
  };
}
