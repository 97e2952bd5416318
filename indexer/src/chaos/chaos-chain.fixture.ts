import { decodeEventLog, encodeFunctionData, type Hex, hexToBigInt, numberToHex, toEventSelector } from "viem";
import { compileContracts } from "../../test-subgraphs/support/compile-contracts.ts";
import { deployFixture } from "../../test-subgraphs/support/fixture.ts";
import type { RandomNumbers } from "../../test-subgraphs/support/random-numbers.ts";
import { type Anvil, anvilClient, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";

/** Blocks that no reorganisation touches: those with the contract's creation, and where the subgraph starts. */
const FIRST_BLOCKS = 2;
/** Gas that is enough for every transaction, so that nothing is estimated. */
const GAS = numberToHex(2_000_000);
/** Kinds of the contract's `command` events, as the mapping of the test subgraph understands them. */
const COMMAND = { note: 1n, bars: 2n, tick: 3n, forget: 4n, fail: 5n } as const;
const CREATED = toEventSelector("Created(address,string)");

/** What a chain does. */
export interface ChainOptions {
  readonly random: RandomNumbers;
  /** Deepest reorganisation, in blocks. */
  readonly depth: number;
  /** Part of transactions that make a handler fail. */
  readonly failures: number;
}

/** A chain to which random but seeded things happen. */
export interface ChaosChain {
  readonly url: string;
  /** Does the next thing; resolves with what it was. */
  step(): Promise<string>;
  /** Number of the newest block. */
  height(): Promise<number>;
  /** Asks the chain itself. */
  ask(method: string, params: readonly unknown[]): Promise<unknown>;
  stop(): Promise<void>;
}

function contract(name: string) {
  const found = compileContracts().get(name);
  if (found === undefined) throw new Error(`there is no contract ${name}`);
  return found;
}

/** Starts a chain with the test subgraph's contract and nothing else. */
export async function startChaosChain(options: ChainOptions): Promise<ChaosChain> {
  const anvil = await startAnvil({ args: ["--steps-tracing", "--timestamp", "1700000000"] });
  try {
    return await prepare(anvil, options);
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

async function prepare(anvil: Anvil, { depth, failures, random }: ChainOptions): Promise<ChaosChain> {
  const factory = (await deployFixture(anvil.url)).address;
  const client = anvilClient(anvil.url);
  const ask = (method: string, params: readonly unknown[]): Promise<unknown> =>
    client.request({ method, params } as never);
  const from = client.account?.address;
  const [factoryAbi, childAbi] = [contract("Factory").abi, contract("Child").abi];
  await ask("evm_setAutomine", [false]);
  await ask("anvil_setBlockTimestampInterval", [60]);

  const height = async (): Promise<number> => Number(hexToBigInt((await ask("eth_blockNumber", [])) as Hex));
  const send = (to: Hex, data: Hex): Promise<unknown> => ask("eth_sendTransaction", [{ from, to, data, gas: GAS }]);

  /** Children that are on the chain now; reorganisations take some back. */
  async function children(): Promise<readonly Hex[]> {
    const filter = { fromBlock: "0x0", toBlock: "latest", address: factory, topics: [CREATED] };
    const logs = (await ask("eth_getLogs", [filter])) as { topics: [Hex, ...Hex[]]; data: Hex }[];
    return logs.map(({ data, topics }) => {
      const { args } = decodeEventLog({ abi: factoryAbi, data, topics });
      return (args as unknown as { child: Hex }).child;
    });
  }

  const call = (functionName: string, args: readonly unknown[]): Promise<unknown> =>
    send(factory, encodeFunctionData({ abi: factoryAbi, functionName, args }));
  const command = (kind: bigint, a: number, b: number, text: string): Promise<unknown> =>
    call("command", [kind, a, b, text]);

  /** Sends what a child takes part in, or makes one. */
  async function childTransaction(known: readonly Hex[], n: number, key: number): Promise<void> {
    const kind = known.length === 0 ? "create" : random.pick(["create", "ping", "ping", "bars"]);
    if (kind === "create") {
      await call("create", [`child ${n}`]);
      return;
    }
    const child = random.pick(known);
    if (kind === "bars") await command(COMMAND.bars, n, key, child);
    else await send(child, encodeFunctionData({ abi: childAbi, functionName: "ping", args: [n, "ping"] }));
  }

  async function transaction(known: readonly Hex[]): Promise<void> {
    const kind = random.chance(failures)
      ? "fail"
      : random.pick(["child", "child", "child", "note", "tick", "forget", "bump"]);
    const n = random.whole(0, 150);
    const key = random.whole(0, 6);
    if (kind === "fail") await command(COMMAND.fail, 0, 0, `failure ${n}`);
    else if (kind === "child") await childTransaction(known, n, key);
    else if (kind === "note") await command(COMMAND.note, n, key, `note ${n}`);
    else if (kind === "tick") await command(COMMAND.tick, n, 0, random.pick(["a", "b", "c"]));
    else if (kind === "forget") await command(COMMAND.forget, 0, key, "");
    else await call("bump", [n]);
  }

  /** Mines `count` blocks of which some are empty. */
  async function mine(count: number): Promise<void> {
    for (let mined = 0; mined < count; mined++) {
      if (random.chance(0.25)) await ask("evm_increaseTime", [random.whole(600, 5000)]);
      const known = await children();
      for (let left = random.chance(0.3) ? 0 : random.whole(1, 4); left > 0; left--) await transaction(known);
      await ask("evm_mine", []);
    }
  }

  /** Takes blocks back in one of the ways that anvil has, and mines others: fewer, as many, or more. */
  async function reorganise(): Promise<string> {
    const most = Math.min(depth, (await height()) - FIRST_BLOCKS);
    if (most < 1) return "no reorganisation";
    const blocks = random.whole(1, most);
    const others = Math.max(0, blocks + random.whole(-2, 2));
    if (random.chance(0.3)) {
      await ask("anvil_reorg", [blocks, []]);
      return `reorganisation of ${blocks} blocks to empty ones`;
    }
    if (random.chance(0.4)) {
      const snapshot = await ask("evm_snapshot", []);
      await mine(Math.min(blocks, depth));
      await ask("evm_revert", [snapshot]);
    } else await ask("anvil_rollback", [blocks]);
    await ask("anvil_dropAllTransactions", []);
    await mine(others);
    return `reorganisation of ${blocks} blocks to ${others}`;
  }

  await mine(3);
  return {
    url: anvil.url,
    ask,
    height,
    stop: () => anvil.stop(),
    async step() {
      const what = random.pick(["mine", "mine", "mine", "empty", "reorganise"]);
      if (what === "reorganise") return reorganise();
      const count = random.whole(1, what === "empty" ? 9 : 4);
      if (what === "mine") await mine(count);
      else for (let n = 0; n < count; n++) await ask("evm_mine", []);
      return `${count} ${what === "mine" ? "" : "empty "}blocks`;
    },
  };
}
