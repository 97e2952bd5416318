import type { Hex } from "viem";
import { numberToHex } from "viem/utils";
import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import { type CallTracer, createCallTracer } from "./call-tracer.ts";
import type { Block, BlockHeader, Log, Receipt } from "./chain-types.ts";
import { checkLogs } from "./check-logs.ts";
import { isRevert } from "./is-revert.ts";
import { parseBlock, parseHeader, parseLog, parseReceipt } from "./parse-rpc.ts";
import { createRecentBlocks } from "./recent-blocks.ts";
import type { RpcClient } from "./rpc-client.ts";

/** JSON-RPC code of servers that do not know block hashes as a block parameter (EIP-1898). */
const INVALID_PARAMS = -32602;

/** Which logs to ask for. */
export interface LogFilter {
  /** Lower case; null for every address. */
  readonly addresses: readonly Hex[] | null;
  /** Values of topic 0, any of which matches. */
  readonly topics: readonly Hex[];
}

/** A block to read state at. */
export interface BlockId {
  readonly number: number;
  readonly hash: Hex;
}

/** An EVM chain, asked through JSON-RPC. */
export interface Chain {
  chainId(): Promise<number>;
  /** Null when the chain has no such block. */
  header(block: number | Hex | "latest" | "earliest"): Promise<BlockHeader | null>;
  /**
   * With the transactions of the given hashes; null when the chain has no such block. A block of the given hash that was
   * read lately is not read again.
   */
  block(number: number, hash: Hex | null, transactions: ReadonlySet<Hex>): Promise<Block | null>;
  /**
   * Logs from block `from` to block `to`. A single block is asked for by its hash: a server that does not have it says so,
   * while asked by number it may answer that there are none.
   * @throws RpcError, also when the server finds the range too wide.
   */
  logs(filter: LogFilter, from: number, to: BlockId): Promise<readonly Log[]>;
  /** Finds out how the server traces calls. @throws RpcError when it does not. */
  probeTraces(): Promise<void>;
  readonly calls: CallTracer["calls"];
  /** @throws ChainChangedError when the transaction is not in `block` any more. */
  receipt(transaction: Hex, block: BlockId): Promise<Receipt>;
  /** Return data, or null when the call reverted. */
  call(to: Hex, data: Hex, block: BlockId): Promise<Hex | null>;
  /** Wei. */
  balance(address: Hex, block: BlockId): Promise<bigint>;
  code(address: Hex, block: BlockId): Promise<Hex>;
}

async function callContract(
  atBlock: (method: string, params: readonly unknown[], block: BlockId) => Promise<unknown>,
  request: { readonly to: Hex; readonly data: Hex },
  block: BlockId,
): Promise<Hex | null> {
  try {
    const result = (await atBlock("eth_call", [request], block)) as Hex;
    return result === "0x" ? null : result;
  } catch (error) {
    if (error instanceof RpcError && isRevert(error)) return null;
    throw error;
  }
}

/** A block that is the one of a number or hash. @throws RpcError when the server sent another. */
function asked<T extends BlockHeader>(block: T, id: number | Hex | "latest" | "earliest"): T {
  const isOther = typeof id === "number" ? block.number !== id : id.startsWith("0x") && block.hash !== id;
  if (!isOther) return block;
  throw new RpcError("eth_getBlockByNumber", `block ${id} was asked for, block ${block.number} (${block.hash}) came`, {
    retryable: true,
  });
}

/** A block without its other transactions: a range of whole blocks would not fit in memory. */
function selectTransactions(block: Block, hashes: ReadonlySet<Hex>): Block {
  return { ...block, transactions: new Map([...block.transactions].filter(([hash]) => hashes.has(hash))) };
}

/** Wraps a JSON-RPC client into the questions an indexer asks. */
export function createChain(rpc: RpcClient): Chain {
  /** Whether state is read by block hash, which a reorganisation cannot swap; until the server refuses it. */
  let byHash = true;
  const recent = createRecentBlocks();
  const tracer = createCallTracer(rpc);

  async function atBlock(method: string, params: readonly unknown[], block: BlockId): Promise<unknown> {
    if (byHash) {
      try {
        return await rpc.request(method, [...params, { blockHash: block.hash }]);
      } catch (error) {
        if (!(error instanceof RpcError) || error.code !== INVALID_PARAMS) throw error;
        byHash = false;
      }
    }
    return rpc.request(method, [...params, numberToHex(block.number)]);
  }

  return {
    chainId: async () => Number(await rpc.request("eth_chainId", [])),
    async header(block) {
      const isHash = typeof block === "string" && block.startsWith("0x");
      const id = typeof block === "number" ? numberToHex(block) : block;
      const raw = await rpc.request(isHash ? "eth_getBlockByHash" : "eth_getBlockByNumber", [id, false]);
      return raw === null ? null : asked(parseHeader(raw), block);
    },
    async block(number, hash, transactions) {
      const known = hash === null ? undefined : recent.get(hash);
      // One that lacks a transaction was not told right: the server may know better by now.
      if (known !== undefined && [...transactions].every((wanted) => known.transactions.has(wanted))) {
        return selectTransactions(known, transactions);
      }
      const raw = await rpc.request("eth_getBlockByNumber", [numberToHex(number), true]);
      if (raw === null) return null;
      const block = asked(parseBlock(raw), number);
      recent.set(block);
      return selectTransactions(block, transactions);
    },
    async logs({ addresses, topics }, from, to) {
      const blocks =
        from === to.number ? { blockHash: to.hash } : { fromBlock: numberToHex(from), toBlock: numberToHex(to.number) };
      const filter = {
        ...blocks,
        topics: [topics],
        ...(addresses === null ? {} : { address: addresses }),
      };
      const raw = await rpc.request("eth_getLogs", [filter], { attempts: 1 });
      if (!Array.isArray(raw)) throw new RpcError("eth_getLogs", "the answer is no list", { retryable: true });
      const logs = raw.map(parseLog);
      checkLogs(logs, { addresses, topics }, from, to.number);
      return logs;
    },
    probeTraces: () => tracer.probe(),
    calls: (addresses, from, to, tail) => tracer.calls(addresses, from, to, tail),
    async receipt(transaction, block) {
      const raw = await rpc.request("eth_getTransactionReceipt", [transaction]);
      const receipt = raw === null ? null : parseReceipt(raw);
      if (receipt?.blockHash === block.hash && receipt.transactionHash === transaction) return receipt;
      throw new ChainChangedError(
        `Transaction ${transaction} is not in block ${block.number} (${block.hash}) any more.`,
      );
    },
    call: (to, data, block) => callContract(atBlock, { to, data }, block),
    balance: async (address, block) => BigInt((await atBlock("eth_getBalance", [address], block)) as Hex),
    code: async (address, block) => (await atBlock("eth_getCode", [address], block)) as Hex,
  };
}
