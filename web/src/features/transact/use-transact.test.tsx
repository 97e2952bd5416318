// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { personalTokenAbi } from "@weft/abis";
import type { ReactNode } from "react";
import { custom, encodeErrorResult, RpcRequestError, toHex } from "viem";
import { afterEach, expect, test, vi } from "vitest";
import { createConfig, mock, type ResolvedRegister, WagmiProvider } from "wagmi";
import { connect } from "wagmi/actions";
import { chain } from "../../chain/chain.ts";
import { transactRequest } from "./transact-request.ts";
import { useTransact } from "./use-transact.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const TOKEN = "0x00000000000000000000000000000000000000aa";
const HASH = `0x${"ab".repeat(32)}`;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A chain that answers what a test says, and an index that has read block 7. */
async function world(answers: { readonly call?: () => unknown; readonly decline?: boolean } = {}) {
  const asked: string[] = [];
  const transport = custom({
    async request({ method }) {
      asked.push(method);
      if (method === "eth_chainId") return toHex(chain.id);
      if (method === "eth_call") return answers.call?.() ?? "0x";
      if (method === "eth_sendTransaction" || method === "eth_sendRawTransaction") return HASH;
      if (method === "eth_getTransactionReceipt") return receipt;
      if (method === "eth_blockNumber") return toHex(7);
      throw new Error(`The test's chain does not know ${method}.`);
    },
  });
  vi.stubGlobal("fetch", async () =>
    Response.json({ data: { _meta: { block: { number: 7, timestamp: 1 }, hasIndexingErrors: false } } }),
  );
  const config = createConfig({
    chains: [chain],
    storage: null,
    connectors: [mock({ accounts: [ADA], features: { signTypedDataError: false } })],
    transports: { [chain.id]: transport },
    pollingInterval: 10,
  });
  const [connector] = config.connectors;
  if (!connector) throw new Error("The configuration has lost its connector.");
  await connect(config, { connector });
  // The mock connector would send over HTTP what the wallet is asked; this wallet is the test's chain too.
  const wallet = {
    request: async (request: { method: string; params?: unknown }) => {
      if (request.method === "eth_chainId") return toHex(chain.id);
      asked.push(`wallet ${request.method}`);
      if (answers.decline) throw Object.assign(new Error("no"), { code: 4001 });
      return HASH;
    },
  };
  Object.assign(connector, { getProvider: async () => wallet });
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <WagmiProvider config={config as unknown as ResolvedRegister["config"]} reconnectOnMount={false}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </WagmiProvider>
  );
  return { asked, queryClient, ...renderHook(useTransact, { wrapper }) };
}

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

const openTransfers = transactRequest({ address: TOKEN, abi: personalTokenAbi, functionName: "openTransfers" });

test("a write goes from check to index through the wallet, and the pages' figures are read again", async () => {
  const { result, asked, queryClient } = await world();
  const invalidated = vi.spyOn(queryClient, "invalidateQueries");
  await act(() => result.current.send(openTransfers));
  await waitFor(() => expect(result.current.state).toEqual({ name: "indexed", hash: HASH, block: 7 }));
  expect(asked.indexOf("eth_call")).toBeLessThan(asked.indexOf("wallet eth_sendTransaction"));
  expect(asked).toContain("wallet eth_sendTransaction");
  expect(invalidated.mock.calls.map(([filter]) => filter?.queryKey?.[0])).toEqual(["index", "chain", "status"]);
});

test("a contract's refusal is told in words before the wallet is asked", async () => {
  const { result, asked } = await world({
    call: () => {
      const data = encodeErrorResult({ abi: personalTokenAbi, errorName: "OnlyPerson", args: [ADA] });
      throw new RpcRequestError({
        body: {},
        error: { code: 3, message: "execution reverted", data },
        url: "http://test",
      });
    },
  });
  await act(() => result.current.send(openTransfers));
  expect(result.current.state).toMatchObject({
    name: "would-fail",
    why: { title: "Only the person behind the token can do this" },
  });
  expect(asked.filter((method) => method.startsWith("wallet eth_send"))).toEqual([]);
});

test("a declined signature says that nothing was sent", async () => {
  const { result } = await world({ decline: true });
  await act(() => result.current.send(openTransfers));
  expect(result.current.state).toMatchObject({
    name: "rejected",
    why: { detail: "Nothing was sent, nothing was lost." },
  });
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
