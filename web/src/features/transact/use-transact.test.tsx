// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { personalTokenAbi } from "@weft/abis";
import { HttpRequestError, toHex } from "viem";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connect, disconnect } from "wagmi/actions";
import type { TransactPlan } from "./plan/transact-plan.ts";
import { sentHere } from "./sent/sent-here.ts";
import { sampleHash, sampleSent } from "./sent/testing.ts";
import { type Answers, HASH, revertWith, walletWorld } from "./testing/wallet-world.tsx";
import { transactRequest } from "./transact-request.ts";
import { useTransact } from "./use-transact.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const TOKEN = "0x00000000000000000000000000000000000000aa";

beforeEach(() => {
  for (const { id } of sentHere.of(ADA)) sentHere.forget(ADA, id);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const refuse = revertWith(personalTokenAbi, "OnlyPerson", [ADA]);

/** A form on a page of a world that answers what a test says. */
async function world(answers: Answers = {}) {
  const { around, sent, ...rest } = await walletWorld(ADA, answers);
  const open = () => renderHook(() => useTransact("open:0xaa"), { wrapper: around });
  return { ...rest, open, sent: () => sent().at(-1), ...open() };
}

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
  const { result, asked } = await world({ call: refuse });
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
