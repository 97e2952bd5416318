// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { personalTokenAbi } from "@weft/abis";
import type { ReactNode } from "react";
import { custom, encodeErrorResult, HttpRequestError, RpcRequestError, toHex } from "viem";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createConfig, mock, type ResolvedRegister, WagmiProvider } from "wagmi";
import { connect, disconnect } from "wagmi/actions";
import { chain } from "../../chain/chain.ts";
import type { TransactPlan } from "./plan/transact-plan.ts";
import { sentHere } from "./sent/sent-here.ts";
import { sampleHash, sampleSent } from "./sent/testing.ts";
import { transactRequest } from "./transact-request.ts";
import { useTransact } from "./use-transact.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const TOKEN = "0x00000000000000000000000000000000000000aa";
const HASH = `0x${"ab".repeat(32)}` as const;
const ETHER = 10n ** 18n;

beforeEach(() => {
  for (const { id } of sentHere.of(ADA)) sentHere.forget(ADA, id);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** What the chain and the wallet answer; undefined is the answer of a world in which everything goes well. */
interface Answers {
  readonly call?: () => unknown;
  readonly balance?: bigint;
  /** Whether the transaction is in a block; asked again and again. */
  readonly inBlock?: () => boolean;
  readonly wallet?: (method: string) => unknown;
}

const revert = (errorName: "OnlyPerson") => () => {
  const data = encodeErrorResult({ abi: personalTokenAbi, errorName, args: [ADA] });
  throw new RpcRequestError({ body: {}, error: { code: 3, message: "execution reverted", data }, url: "http://test" });
};

function answer(method: string, { call, balance = ETHER, inBlock = () => true }: Answers): unknown {
  switch (method) {
    case "eth_chainId":
      return toHex(chain.id);
    case "eth_call":
      return call?.() ?? "0x";
    case "eth_estimateGas":
      return toHex(100_000);
    case "eth_gasPrice":
      return toHex(2_000_000_000);
    case "eth_getBalance":
      return toHex(balance);
    case "eth_blockNumber":
      return toHex(7);
    case "eth_getTransactionReceipt":
      return inBlock() ? receipt : null;
    case "eth_getTransactionByHash":
      return transaction;
    default:
      throw new Error(`The test's chain does not know ${method}.`);
  }
}

/** A page on a chain and with a wallet that answer what a test says, and an index that has read block 7. */
async function world(answers: Answers = {}) {
  const asked: string[] = [];
  let sent: { gas?: string } | undefined;
  const transport = custom({
    async request({ method }) {
      asked.push(method);
      return answer(method, answers);
    },
  });
  vi.stubGlobal("fetch", async () =>
    Response.json({ data: { _meta: { block: { number: 7, timestamp: 1 }, hasIndexingErrors: false } } }),
  );
  const config = createConfig({
    chains: [chain],
    storage: null,
    connectors: [mock({ accounts: [ADA] })],
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
      if (method === "eth_requestAccounts") return [ADA];
      asked.push(`wallet ${method}`);
      if (method === "eth_sendTransaction") sent = (params as { gas?: string }[])[0];
      return answers.wallet?.(method) ?? HASH;
    },
  };
  Object.assign(connector, { getProvider: async () => wallet });
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <WagmiProvider config={config as unknown as ResolvedRegister["config"]} reconnectOnMount={false}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </WagmiProvider>
  );
  const open = () => renderHook(() => useTransact("open:0xaa"), { wrapper });
  return { asked, config, connector, queryClient, open, sent: () => sent, ...open() };
}

const transaction = {
  hash: HASH,
  blockNumber: null,
  blockHash: null,
  from: ADA,
  to: TOKEN,
  nonce: "0x4",
  value: "0x0",
  input: "0x12",
  gas: "0x1",
  gasPrice: "0x1",
  type: "0x2",
  transactionIndex: null,
};

const receipt = {
  transactionHash: HASH,
  blockNumber: toHex(7),
  blockHash: `0x${"01".repeat(32)}`,
  status: "0x1",
  logs: [],
  transactionIndex: "0x0",
  from: ADA,
  to: TOKEN,
  cumulativeGasUsed: "0x1",
  gasUsed: "0x1",
  effectiveGasPrice: "0x1",
  contractAddress: null,
  logsBloom: `0x${"00".repeat(256)}`,
  type: "0x2",
};

const openTransfers: TransactPlan = {
  title: "Open the token",
  done: "It is open.",
  steps: [
    {
      key: "open",
      title: "open the token",
      request: transactRequest({ address: TOKEN, abi: personalTokenAbi, functionName: "openTransfers" }),
    },
  ],
};

test("a write goes from check to index through the wallet, and the pages' figures are read again", async () => {
  const { result, asked, queryClient, sent } = await world();
  const invalidated = vi.spyOn(queryClient, "invalidateQueries");
  await act(() => result.current.send(openTransfers));
  await waitFor(() =>
    expect(result.current.state).toEqual({ name: "indexed", hash: HASH, block: 7, done: "It is open." }),
  );
  expect(asked.indexOf("eth_call")).toBeLessThan(asked.indexOf("wallet eth_sendTransaction"));
  expect(sent()?.gas).toBe(toHex(125_000));
  expect(invalidated.mock.calls.map(([filter]) => filter?.queryKey?.[0])).toEqual([
    "chain",
    "index",
    "chain",
    "status",
  ]);
});

test("a check tells the fee in the chain's coin", async () => {
  const { result } = await world();
  await act(() => result.current.check(openTransfers));
  expect(result.current.state).toEqual({ name: "ready", fee: 200_000_000_000_000n, whole: true });
});

test("a contract's refusal is told in words before the wallet is asked", async () => {
  const { result, asked } = await world({ call: revert("OnlyPerson") });
  await act(() => result.current.send(openTransfers));
  expect(result.current.state).toMatchObject({
    name: "would-fail",
    why: { title: "Only the person behind the token can do this" },
  });
  expect(asked.filter((method) => method.startsWith("wallet eth_send"))).toEqual([]);
});

test("an account that can't pay the fee is told so, with both figures", async () => {
  const { result } = await world({ balance: 1_000_000_000_000n });
  await act(() => result.current.send(openTransfers));
  expect(result.current.state).toMatchObject({
    name: "would-fail",
    why: { title: "Not enough ETH", detail: expect.stringMatching(/about 0\.0002 ETH together.*has 0\.000001 ETH/) },
  });
});

test("a chain that can't be reached is named before the wallet is asked", async () => {
  const { result } = await world({
    call: () => {
      throw new HttpRequestError({ url: "http://test", details: "refused" });
    },
  });
  await act(() => result.current.send(openTransfers));
  expect(result.current.state).toMatchObject({ name: "would-fail", why: { title: "The chain can’t be reached" } });
});

test.each([
  [{ code: 4001, message: "no" }, "rejected", "The wallet declined"],
  [
    { code: -32000, message: "replacement transaction underpriced" },
    "failed",
    "An earlier transaction waits in this one’s place",
  ],
  [{ code: -32000, message: "transaction underpriced" }, "failed", "The fee offered is too low for the chain now"],
  [
    { code: -32000, message: "nonce too low" },
    "failed",
    "The wallet counts its transactions differently from the chain",
  ],
  [{ code: -32000, message: "insufficient funds for gas * price + value" }, "failed", "Not enough for the network fee"],
  [{ code: -32002, message: "Already processing" }, "failed", "The wallet is busy"],
])("a wallet that answers %j is understood", async (error, name, title) => {
  const { result } = await world({
    wallet: () => {
      throw Object.assign(new Error(error.message), error);
    },
  });
  await act(() => result.current.send(openTransfers));
  expect(result.current.state).toMatchObject({ name, why: { title } });
});

test("a second press while one is under way does nothing", async () => {
  const { result, asked } = await world();
  await act(async () => {
    await Promise.all([result.current.send(openTransfers), result.current.send(openTransfers)]);
  });
  expect(asked.filter((method) => method === "wallet eth_sendTransaction")).toHaveLength(1);
});

test("after a reset the words of an earlier check are not heard", async () => {
  const { result } = await world();
  await act(async () => {
    const checking = result.current.check(openTransfers);
    result.current.reset();
    await checking;
  });
  expect(result.current.state).toEqual({ name: "idle" });
});

test("a form that is opened again shows what it sent before, and another account's stays hidden", async () => {
  let inBlock = false;
  const { result, unmount, open, config } = await world({ inBlock: () => inBlock });
  act(() => {
    void result.current.send(openTransfers);
  });
  await waitFor(() => expect(result.current.state).toMatchObject({ name: "pending", hash: HASH }));
  unmount();
  const again = open();
  expect(again.result.current.state).toMatchObject({ name: "pending", hash: HASH });
  await act(() => disconnect(config));
  expect(again.result.current.state).toEqual({ name: "idle" });
  const [connector] = config.connectors;
  if (connector) await act(() => connect(config, { connector }));
  inBlock = true;
  await waitFor(() => expect(again.result.current.state).toMatchObject({ name: "indexed", block: 7 }), {
    timeout: 8_000,
  });
}, 15_000);

test("a step that the pages show later than the last one takes nothing away", async () => {
  const step = { account: ADA, form: "open:0xaa", path: "/", title: "Open the token", sentAt: Date.now() };
  const early = sampleSent({ ...step, id: sampleHash("01"), more: true, phase: "confirmed", block: 6 });
  const last = sampleSent({ ...step, id: sampleHash("02"), phase: "pending" });
  sentHere.add(early);
  sentHere.add(last);
  const { result } = await world({ inBlock: () => false });
  expect(result.current.state).toMatchObject({ name: "pending", hash: last.id });
  act(() => sentHere.change(ADA, last.id, { kept: { phase: "indexed", hash: last.id as `0x${string}`, block: 7 } }));
  expect(result.current.state).toMatchObject({ name: "indexed", block: 7 });
});
