import { personalTokenAbi } from "@weft/abis";
import {
  type Client,
  createClient,
  custom,
  encodeErrorResult,
  type Hex,
  HttpRequestError,
  RpcRequestError,
  toHex,
} from "viem";
import { describe, expect, test } from "vitest";
import { transactRequest } from "../transact-request.ts";
import { checkCalls, gasLimitOf } from "./check-calls.ts";
import { NotEnoughCoinError, SilentRefusalError } from "./check-errors.ts";

const ADA = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const TOKEN = "0x00000000000000000000000000000000000000aa";
const ETHER = 10n ** 18n;
const open = transactRequest({ address: TOKEN, abi: personalTokenAbi, functionName: "openTransfers" });
const claim = transactRequest({ address: TOKEN, abi: personalTokenAbi, functionName: "claim", args: [ADA] });
const REFUSED = encodeErrorResult({ abi: personalTokenAbi, errorName: "NothingToClaim", args: [ADA] });

type Answer = unknown | (() => never);

/** A node that answers what a test says. */
function node(answers: Readonly<Record<string, Answer>> = {}) {
  const asked: string[] = [];
  const usual: Readonly<Record<string, Answer>> = {
    eth_gasPrice: toHex(2n),
    eth_getBalance: toHex(ETHER),
    eth_call: "0x",
    eth_estimateGas: toHex(1_000n),
  };
  const request = async ({ method }: { method: string }) => {
    asked.push(method);
    const answer = method in answers ? answers[method] : usual[method];
    if (typeof answer === "function") answer();
    if (answer === undefined) throw rpcError(-32601, "the method does not exist");
    return answer;
  };
  return { client: createClient({ transport: custom({ request }, { retryCount: 0 }) }) as Client, asked };
}

function rpcError(code: number, message: string, data?: Hex) {
  return new RpcRequestError({ body: {}, error: { code, message, ...(data ? { data } : {}) }, url: "http://test" });
}

/** What `eth_simulateV1` answers: one block with one result a call. */
function simulated(...results: readonly { readonly status: "0x1" | "0x0"; readonly returnData?: Hex }[]) {
  const calls = results.map(({ status, returnData = "0x" }) => ({
    status,
    returnData,
    gasUsed: toHex(700n),
    logs: [],
  }));
  return [{ number: "0x1", timestamp: "0x1", gasLimit: "0x1", gasUsed: "0x1", transactions: [], calls }];
}

describe("one call", () => {
  test("is tried alone, with what it would cost", async () => {
    const { client, asked } = node();
    expect(await checkCalls(client, [open], ADA, true)).toEqual({ tried: 1, gas: 1_000n, fee: 2_000n });
    expect(asked).not.toContain("eth_simulateV1");
  });

  test("is checked without an estimate, where the node gives none", async () => {
    const { client } = node({
      eth_estimateGas: () => {
        throw rpcError(-32000, "no estimate");
      },
    });
    expect(await checkCalls(client, [open], ADA, true)).toEqual({ tried: 1, gas: undefined, fee: undefined });
  });
});

describe("several calls", () => {
  test("are tried together, each after the one before", async () => {
    const { client, asked } = node({ eth_simulateV1: simulated({ status: "0x1" }, { status: "0x1" }) });
    expect(await checkCalls(client, [open, claim], ADA, true)).toEqual({ tried: 2, gas: 1_400n, fee: 2_800n });
    expect(asked).not.toContain("eth_call");
  });

  test("are refused with the reason of the first that would fail", async () => {
    const { client } = node({
      eth_simulateV1: simulated({ status: "0x1" }, { status: "0x0", returnData: REFUSED }),
    });
    await expect(checkCalls(client, [open, claim], ADA, true)).rejects.toThrow(/NothingToClaim/);
  });

  test("are refused without a reason when there is none", async () => {
    const { client } = node({ eth_simulateV1: simulated({ status: "0x0" }, { status: "0x1" }) });
    await expect(checkCalls(client, [open, claim], ADA, true)).rejects.toThrow(SilentRefusalError);
  });

  test("are tried as far as the first where the node can't try one after another", async () => {
    const { client, asked } = node();
    expect(await checkCalls(client, [open, claim], ADA, true)).toMatchObject({ tried: 1 });
    expect(asked).toContain("eth_call");
  });

  test("are not taken for good when the node does not answer", async () => {
    const { client } = node({
      eth_simulateV1: () => {
        throw new HttpRequestError({ url: "http://test", details: "refused" });
      },
    });
    await expect(checkCalls(client, [open, claim], ADA, true)).rejects.toThrow(/HTTP request failed/);
  });
});

describe("an account", () => {
  const paying = { ...open, value: ETHER };

  test("has to have what it sends along and the fee", async () => {
    const { client } = node({ eth_getBalance: toHex(ETHER + 1_999n) });
    const refused = checkCalls(client, [paying], ADA, true);
    await expect(refused).rejects.toThrow(NotEnoughCoinError);
    await expect(refused).rejects.toMatchObject({ needed: ETHER + 2_000n, held: ETHER + 1_999n });
  });

  test("has to have no fee where somebody else may pay it", async () => {
    const { client } = node({ eth_getBalance: toHex(ETHER) });
    expect(await checkCalls(client, [paying], ADA, false)).toMatchObject({ tried: 1 });
  });
});

test("a call is allowed a quarter more gas than the estimate, and never less than it asks for", async () => {
  const { client } = node();
  expect(await gasLimitOf(client, open, ADA)).toBe(1_250n);
  expect(await gasLimitOf(client, { ...open, leastGas: 9_000n }, ADA)).toBe(9_000n);
  expect(await gasLimitOf(client, { ...open, leastGas: 1n }, ADA)).toBe(1_250n);
});
