import { type Address, formatLog, type Hex, type Log, numberToHex, type RpcLog } from "viem";
import { DevnetError } from "../errors.ts";

/** A call to be made in a block. */
export interface Call {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
  readonly value?: bigint;
}

/** What became of a call. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly logs: readonly Log[];
  readonly gasUsed: bigint;
}

/** A chain whose blocks are made here, each with the calls that it is given. */
export interface BatchChain {
  /** Makes one block of the calls, in their order, at a time after the last block's (Unix time). */
  mine(calls: readonly Call[], time: bigint): Promise<Outcome[]>;
  /** What views answer as of the last block. */
  view(calls: readonly Omit<Call, "from">[]): Promise<Hex[]>;
  /** Gives a contract what its own calls cost. */
  fund(account: Address): Promise<void>;
  balanceOf(accounts: readonly Address[]): Promise<bigint[]>;
  /** Time of the last block, Unix time. */
  time(): Promise<bigint>;
  /** Remembers the chain as it is, for any number of returns to it. */
  remember(): Promise<void>;
  /** Returns to what was remembered. */
  goBack(): Promise<void>;
}

/** Above the base fee of any block here, in wei. Each call pays a wei less than the one before, which keeps their order. */
const GAS_PRICE = 2n * 10n ** 9n;

/** Gas for each call: more than any here takes. */
const GAS_PER_CALL = numberToHex(2 ** 24);

/** Gas of a block: room for all calls at once. */
const BLOCK_GAS_LIMIT = numberToHex(2 ** 36);

interface Receipt {
  readonly transactionHash: Hex;
  readonly status: Hex;
  readonly gasUsed: Hex;
  readonly logs: readonly RpcLog[];
}

/** Takes over the making of blocks on a local chain, where any address may call. */
export async function createBatchChain(rpcUrl: string): Promise<BatchChain> {
  const rpc = createRpc(rpcUrl);
  let snapshot: unknown;
  const nextNonces = async (calls: readonly Call[]): Promise<number[]> => {
    const senders = [...new Set(calls.map(({ from }) => from))];
    const counts = await rpc(senders.map((sender) => ["eth_getTransactionCount", [sender, "latest"]] as const));
    const next = new Map(senders.map((sender, index) => [sender, Number(counts[index])]));
    return calls.map(({ from }) => {
      const nonce = next.get(from) as number;
      next.set(from, nonce + 1);
      return nonce;
    });
  };
  await rpc([
    ["evm_setAutomine", [false]],
    ["anvil_autoImpersonateAccount", [true]],
  ]);
  const remember = async (): Promise<void> => {
    [snapshot] = await rpc([["evm_snapshot", []]]);
  };
  return {
    mine: async (calls, time) => {
      const nonces = await nextNonces(calls);
      // Requests that are sent together are answered in any order, so nothing is left to it.
      const hashes = await rpc(
        calls.map(({ from, to, data, value = 0n }, index) => {
          const [nonce, gasPrice] = [numberToHex(nonces[index] as number), numberToHex(GAS_PRICE - BigInt(index))];
          const call = { from, to, data, value: numberToHex(value), gas: GAS_PER_CALL, gasPrice, nonce };
          return ["eth_sendTransaction", [call]] as const;
        }),
      );
      await rpc([["evm_setBlockGasLimit", [BLOCK_GAS_LIMIT]]]);
      await rpc([["evm_setNextBlockTimestamp", [numberToHex(time)]]]);
      await rpc([["evm_mine", []]]);
      const [mined] = await rpc([["eth_getBlockReceipts", ["latest"]]]);
      const receipts = new Map((mined as Receipt[]).map((receipt) => [receipt.transactionHash, receipt]));
      return calls.map((_, index) => {
        const receipt = receipts.get(hashes[index] as Hex);
        if (receipt === undefined)
          throw new DevnetError(`Call ${index} of ${calls.length} did not get into its block.`);
        return {
          succeeded: receipt.status === "0x1",
          logs: receipt.logs.map((log) => formatLog(log)),
          gasUsed: BigInt(receipt.gasUsed),
        };
      });
    },
    view: async (calls) => (await rpc(calls.map((call) => ["eth_call", [call, "latest"]] as const))) as Hex[],
    fund: async (account) => {
      await rpc([["anvil_setBalance", [account, numberToHex(10n ** 18n)]]]);
    },
    balanceOf: async (accounts) => {
      const balances = await rpc(accounts.map((account) => ["eth_getBalance", [account, "latest"]] as const));
      return balances.map((balance) => BigInt(balance as Hex));
    },
    time: async () => {
      const [block] = (await rpc([["eth_getBlockByNumber", ["latest", false]]])) as [{ timestamp: Hex }];
      return BigInt(block.timestamp);
    },
    remember,
    goBack: async () => {
      await rpc([["evm_revert", [snapshot]]]);
      await remember();
    },
  };
}

type Request = readonly [method: string, params: readonly unknown[]];

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Sends requests together, answered in their order. */
function createRpc(rpcUrl: string) {
  return async (requests: readonly Request[]): Promise<unknown[]> => {
    if (requests.length === 0) return [];
    const body = requests.map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params }));
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answers = (await response.json()) as Answer[];
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    return requests.map(([method], id) => {
      const answer = byId.get(id);
      if (answer === undefined || answer.error) {
        throw new DevnetError(`The chain answered ${method} with: ${answer?.error?.message ?? "nothing"}.`);
      }
      return answer.result;
    });
  };
}
