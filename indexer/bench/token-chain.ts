import { encodeDeployData, encodeFunctionData, type Hex, pad, parseAbi, toHex } from "viem";
import { type Anvil, startAnvil } from "../test-subgraphs/support/start-anvil.ts";
import { compileToken } from "./compile-token.ts";

const ABI = parseAbi([
  "constructor(uint256 supply)",
  "function transfer(address to, uint256 value) returns (bool)",
  "function transferMany(address first, uint256 count)",
]);
const ACCOUNTS = 2000;
const FIRST_ACCOUNT = 0x10000;
/** Anvil's first development account, whose first contract is the token that the subgraph names. */
const DEPLOYER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

/** How much to put on a chain. */
export interface ChainSize {
  readonly blocks: number;
  readonly transfers: number;
  /** Transfers of one transaction; 1 has each in a transaction of its own. @default 1 */
  readonly together?: number;
}

/** A chain full of ERC-20 transfers. */
export interface TokenChain {
  readonly anvil: Anvil;
  /** The last block, and how many transfers there are up to it, the deployer's mint included. */
  state(): Promise<{ readonly head: number; readonly events: number }>;
  /** Mines a block with nothing in it. */
  mineEmpty(): Promise<void>;
  /** Mines one more transfer; resolves when the server has it, with its block. */
  transferOnce(): Promise<number>;
}

interface RpcAnswer {
  readonly error?: { readonly message: string };
  readonly result?: unknown;
}

async function rpc(url: string, calls: readonly (readonly [string, readonly unknown[]])[]): Promise<unknown[]> {
  const body = calls.map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params }));
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const answers = (await response.json()) as RpcAnswer[];
  return answers.map((answer) => {
    if (answer.error !== undefined) throw new Error(`anvil refused: ${answer.error.message}`);
    return answer.result;
  });
}

/** A small generator of repeatable numbers (xorshift32), so that every run has the same transfers. */
function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** One of the accounts that send and get transfers. */
export function accountAt(index: number): Hex {
  return pad(toHex(FIRST_ACCOUNT + index), { size: 20 });
}

/** Starts anvil, deploys a token and sends transfers between 2,000 accounts. */
export async function createTokenChain(size: ChainSize): Promise<TokenChain> {
  const anvil = await startAnvil({
    args: [
      "--no-mining",
      "--auto-impersonate",
      "--gas-price",
      "0",
      "--base-fee",
      "0",
      "--order",
      "fifo",
      "--gas-limit",
      "1000000000",
    ],
  });
  const next = createNumbers(1);
  const data = encodeDeployData({ abi: ABI, bytecode: compileToken().bytecode, args: [10n ** 27n] });
  const [hash] = await rpc(anvil.url, [
    ["eth_sendTransaction", [{ from: DEPLOYER, data, gas: "0x200000", gasPrice: "0x0" }]],
  ]);
  await rpc(anvil.url, [["evm_mine", []]]);
  const [receipt] = await rpc(anvil.url, [["eth_getTransactionReceipt", [hash]]]);
  const to = (receipt as { contractAddress: Hex }).contractAddress;

  const nonces = new Map<Hex, number>();
  const { together = 1 } = size;
  function transfer(): readonly [string, readonly unknown[]] {
    const first = accountAt(next(ACCOUNTS - together));
    const input =
      together === 1
        ? encodeFunctionData({ abi: ABI, functionName: "transfer", args: [first, BigInt(next(1_000_000))] })
        : encodeFunctionData({ abi: ABI, functionName: "transferMany", args: [first, BigInt(together)] });
    const from = accountAt(next(ACCOUNTS));
    // Requests of one batch are answered side by side, so that anvil cannot count them itself.
    const nonce = nonces.get(from) ?? 0;
    nonces.set(from, nonce + 1);
    return [
      "eth_sendTransaction",
      [{ from, to, data: input, nonce: toHex(nonce), gas: toHex(200_000 * together), gasPrice: "0x0" }],
    ];
  }

  for (let block = 0; block < size.blocks; block++) {
    await rpc(anvil.url, Array.from({ length: size.transfers / together }, transfer));
    await rpc(anvil.url, [["evm_mine", []]]);
  }
  const headBlock = async (): Promise<number> => Number((await rpc(anvil.url, [["eth_blockNumber", []]]))[0]);
  let events = size.blocks * size.transfers + 1;
  return {
    anvil,
    state: async () => ({ head: await headBlock(), events }),
    async mineEmpty() {
      await rpc(anvil.url, [["evm_mine", []]]);
    },
    async transferOnce() {
      await rpc(anvil.url, [transfer()]);
      await rpc(anvil.url, [["evm_mine", []]]);
      events += together;
      return headBlock();
    },
  };
}
