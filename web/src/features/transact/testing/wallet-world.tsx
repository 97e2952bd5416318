import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  type Abi,
  type Address,
  custom,
  decodeFunctionData,
  encodeErrorResult,
  encodeFunctionResult,
  erc20Abi,
  type Hex,
  RpcRequestError,
  toHex,
} from "viem";
import { vi } from "vitest";
import { createConfig, mock, type ResolvedRegister, WagmiProvider } from "wagmi";
import { connect } from "wagmi/actions";
import { chain } from "../../../chain/chain.ts";
import {
  equityRegistryAbi,
  networkGovernorAbi,
  networkTokenAbi,
  personalTokenAbi,
  settlementAbi,
} from "../../../chain/contracts.ts";

/** Hash of the first that this world's wallet sends; those of the next count on. */
export const HASH = hashOf(0);

function hashOf(index: number): Hex {
  return `0x${(0xab + index).toString(16).repeat(32)}`;
}

const ETHER = 10n ** 18n;
const KNOWN: Abi = [
  ...personalTokenAbi,
  ...networkTokenAbi,
  ...networkGovernorAbi,
  ...settlementAbi,
  ...equityRegistryAbi,
  ...erc20Abi,
];

/** What the chain, the index and the wallet answer; what is left out is the answer of a world in which everything goes well. */
export interface Answers {
  /** To calls that change something, before they are sent; throws what the chain would. */
  readonly call?: () => unknown;
  /** What views of contracts give, by function. */
  readonly reads?: Readonly<Record<string, unknown>>;
  readonly balance?: bigint;
  /** Whether the transaction is in a block; asked again and again. */
  readonly inBlock?: () => boolean;
  readonly wallet?: (method: string) => unknown;
  /** What the index gives, by the name of the question. It has read block 7. */
  readonly index?: Readonly<Record<string, unknown>>;
}

/** A call as the wallet was asked to send it. */
export interface SentCall {
  readonly to: Address;
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** Native coin, in wei; left out of a call that sends none. */
  readonly value?: bigint;
}

/** Lets a call fail with a contract's error. */
export function revertWith(abi: Abi, errorName: string, args: readonly unknown[]): () => never {
  return () => {
    const data = encodeErrorResult({ abi, errorName, args } as Parameters<typeof encodeErrorResult>[0]);
    throw new RpcRequestError({
      body: {},
      error: { code: 3, message: "execution reverted", data },
      url: "http://test",
    });
  };
}

/** A chain, an index and a connected wallet that answer what a test says; `around` puts a page into it. */
export async function walletWorld(account: Address, answers: Answers = {}) {
  const asked: string[] = [];
  const sent: Raw[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { readonly body: string }) => answerIndex(body, answers));
  const transport = custom({
    async request({ method, params }) {
      asked.push(method);
      return answerChain(method, params, account, answers);
    },
  });
  const config = createConfig({
    chains: [chain],
    storage: null,
    connectors: [mock({ accounts: [account] })],
    transports: { [chain.id]: transport },
    pollingInterval: 10,
  });
  const [connector] = config.connectors;
  if (!connector) throw new Error("The configuration has lost its connector.");
  await connect(config, { connector });
  // The mock connector would send over HTTP what the wallet is asked; this wallet is the test's own.
  const wallet = {
    request: async ({ method, params }: { method: string; params?: unknown }) => {
      if (method === "eth_chainId") return toHex(chain.id);
      if (method === "eth_requestAccounts") return [account];
      asked.push(`wallet ${method}`);
      const answered = answers.wallet?.(method);
      if (method === "eth_sendTransaction") sent.push((params as readonly Raw[])[0] as Raw);
      return answered ?? hashOf(sent.length === 0 ? 0 : sent.length - 1);
    },
  };
  Object.assign(connector, { getProvider: async () => wallet });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const around = ({ children }: { readonly children: ReactNode }) => (
    <WagmiProvider config={config as unknown as ResolvedRegister["config"]} reconnectOnMount={false}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </WagmiProvider>
  );
  return { asked, config, connector, queryClient, around, sent: () => sent, calls: () => sent.map(readCall) };
}

/** A page that shows `children`, with links that lead nowhere. */
export async function pageOf(children: ReactNode): Promise<ReactNode> {
  const routeTree = createRootRoute({ component: () => children });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ["/"] }) });
  await router.load();
  return <RouterProvider router={router as never} />;
}

interface Raw {
  readonly to: Address;
  readonly data: Hex;
  readonly gas?: string;
  readonly value?: Hex;
}

function readCall({ to, data, value }: Raw): SentCall {
  const { functionName, args = [] } = decodeFunctionData({ abi: KNOWN, data });
  return { to, functionName, args: args.map(inLowerCase), ...(value === undefined ? {} : { value: BigInt(value) }) };
}

/** Addresses as the page writes them; decoding gives them their check letters. */
function inLowerCase(value: unknown): unknown {
  if (typeof value === "string" && value.startsWith("0x")) return value.toLowerCase();
  if (Array.isArray(value)) return value.map(inLowerCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLowerCase(one)]));
}

function answerIndex(body: string, { index = {} }: Answers): Response {
  const name = /query (\w+)/.exec(JSON.parse(body).query)?.[1] ?? "";
  const _meta = { block: { number: 7, timestamp: 1 }, hasIndexingErrors: false };
  return Response.json({ data: { _meta, ...((index[name] ?? ASKED_EVERYWHERE[name]) as object | undefined) } });
}

/** Nobody is known by name but those whom the page has read. */
const ASKED_EVERYWHERE: Readonly<Record<string, unknown>> = {
  Names: { personalTokens: [], networkTokens: [], pools: [] },
  FindTokens: {
    ...{ samePeople: [], sameNetworks: [], beginningPeople: [], beginningNetworks: [] },
    ...{ havingPeople: [], havingNetworks: [] },
  },
  Namesakes: { personalTokens: [], networkTokens: [] },
  TokensWithSymbol: { personalTokens: [], networkTokens: [] },
};

function answerChain(method: string, params: unknown, account: Address, answers: Answers): unknown {
  const { balance = ETHER, inBlock = () => true } = answers;
  switch (method) {
    case "eth_chainId":
      return toHex(chain.id);
    case "eth_call":
      return answerCall((params as readonly { readonly data: Hex }[])[0]?.data, answers);
    case "eth_estimateGas":
      return toHex(100_000);
    case "eth_gasPrice":
      return toHex(2_000_000_000);
    case "eth_getBalance":
      return toHex(balance);
    case "eth_getCode":
      return "0x";
    case "eth_getTransactionCount":
      return toHex(1);
    case "eth_blockNumber":
      return toHex(7);
    case "eth_getTransactionReceipt":
      return inBlock() ? receiptOf((params as readonly Hex[])[0], account) : null;
    case "eth_getTransactionByHash":
      return transactionOf((params as readonly Hex[])[0], account);
    default:
      throw new Error(`The test's chain does not know ${method}.`);
  }
}

function answerCall(data: Hex | undefined, { reads = {}, call }: Answers): unknown {
  const { functionName } = decodeFunctionData({ abi: KNOWN, data: data ?? "0x" });
  if (functionName in reads) {
    return encodeFunctionResult({ abi: KNOWN, functionName, result: reads[functionName] } as Parameters<
      typeof encodeFunctionResult
    >[0]);
  }
  return call?.() ?? NOTHING_IN_PARTICULAR;
}

/** Enough zeros for whatever a call gives back. */
const NOTHING_IN_PARTICULAR = `0x${"00".repeat(32 * 4)}`;

const TO = "0x00000000000000000000000000000000000000aa";

function transactionOf(hash: Hex | undefined, from: Address) {
  return {
    hash,
    blockNumber: null,
    blockHash: null,
    from,
    to: TO,
    nonce: "0x4",
    value: "0x0",
    input: "0x12",
    gas: "0x1",
    gasPrice: "0x1",
    type: "0x2",
    transactionIndex: null,
  };
}

function receiptOf(transactionHash: Hex | undefined, from: Address) {
  return {
    transactionHash,
    blockNumber: toHex(7),
    blockHash: `0x${"01".repeat(32)}`,
    status: "0x1",
    logs: [],
    transactionIndex: "0x0",
    from,
    to: TO,
    cumulativeGasUsed: "0x1",
    gasUsed: "0x1",
    effectiveGasPrice: "0x1",
    contractAddress: null,
    logsBloom: `0x${"00".repeat(256)}`,
    type: "0x2",
  };
}
