import { UserRejectedRequestError } from "viem";
import { expect, test } from "vitest";
import { checkTransaction, type Receipt, runTransaction, type TransactPorts } from "./run-transaction.ts";
import type { TransactState } from "./transact-state.ts";

const HASH = `0x${"ab".repeat(32)}` as const;

/** Ports of a world in which everything goes well; each test spoils one. */
function goodPorts(spoiled: Partial<TransactPorts<string>> = {}) {
  const calls: string[] = [];
  const ports: TransactPorts<string> = {
    wallet: () => ({ chainId: 31_337 }),
    expectedChainId: 31_337,
    simulate: async (request) => void calls.push(`simulate ${request}`),
    write: async (request) => {
      calls.push(`write ${request}`);
      return HASH;
    },
    receipt: async (hash): Promise<Receipt> => ({ hash, block: 12, outcome: "success" }),
    indexedBlock: async () => 12,
    invalidate: (block) => calls.push(`invalidate ${block}`),
    pause: async () => void calls.push("pause"),
    ...spoiled,
  };
  return { ports, calls };
}

async function run(spoiled: Partial<TransactPorts<string>> = {}) {
  const { ports, calls } = goodPorts(spoiled);
  const states: TransactState[] = [];
  await runTransaction("stake", ports, (state) => states.push(state));
  return { calls, states, names: states.map(({ name }) => name), last: states.at(-1) };
}

test("tells every state from the check to the index", async () => {
  const { names, calls, last } = await run();
  expect(names).toEqual(["checking", "ready", "signing", "pending", "confirmed", "indexed"]);
  expect(calls).toEqual(["simulate stake", "write stake", "invalidate 12"]);
  expect(last).toEqual({ name: "indexed", hash: HASH, block: 12 });
});

test("asks nobody anything without a wallet", async () => {
  const { names, calls } = await run({ wallet: () => undefined });
  expect(names).toEqual(["no-wallet"]);
  expect(calls).toEqual([]);
});

test("says where the wallet is when that is another chain", async () => {
  const { states, calls } = await run({ wallet: () => ({ chainId: 1 }) });
  expect(states).toEqual([{ name: "wrong-network", chainId: 1 }]);
  expect(calls).toEqual([]);
});

test("never asks for a signature of what would fail", async () => {
  const { names, calls, last } = await run({ simulate: () => Promise.reject(new Error("the door is closed")) });
  expect(names).toEqual(["checking", "would-fail"]);
  expect(calls).toEqual([]);
  expect(last).toMatchObject({ why: { detail: "the door is closed." } });
});

test("a declined signature is no failure", async () => {
  const { names, last } = await run({ write: () => Promise.reject(new UserRejectedRequestError(new Error("no"))) });
  expect(names).toEqual(["checking", "ready", "signing", "rejected"]);
  expect(last).toMatchObject({ why: { title: "The wallet declined" } });
});

test("a wallet that breaks while signing is one", async () => {
  const { last } = await run({ write: () => Promise.reject(new Error("broken")) });
  expect(last).toMatchObject({ name: "failed", why: { detail: "broken." } });
});

test("a transaction that the chain undid says what was lost, and by which transaction", async () => {
  const { last, calls } = await run({ receipt: async (hash) => ({ hash, block: 12, outcome: "reverted" }) });
  expect(last).toMatchObject({ name: "failed", hash: HASH, why: { title: "The chain undid this transaction" } });
  expect(calls).not.toContain("invalidate 12");
});

test("a transaction cancelled in the wallet says so, by the one that took its place", async () => {
  const other = `0x${"cd".repeat(32)}` as const;
  const { last } = await run({ receipt: async () => ({ hash: other, block: 12, outcome: "cancelled" }) });
  expect(last).toMatchObject({
    name: "failed",
    hash: other,
    why: { title: "You cancelled this transaction in your wallet" },
  });
});

test("waits until the index has read the block, and survives an index that is away for a moment", async () => {
  const answers = [11, undefined, 11, 13];
  const { names, calls } = await run({
    indexedBlock: async () => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error("away");
      return answer;
    },
  });
  expect(names.slice(-2)).toEqual(["confirmed", "indexed"]);
  expect(calls.filter((call) => call === "pause")).toHaveLength(3);
  expect(calls.at(-1)).toBe("invalidate 12");
});

test("an index that never comes ends in the truth: on the chain, not on the pages", async () => {
  const { calls, states } = await run({ indexedBlock: async () => 11 });
  expect(states.at(-1)).toEqual({ name: "confirmed", hash: HASH, block: 12, late: true });
  expect(calls.filter((call) => call === "pause")).toHaveLength(150);
  expect(calls.at(-1)).toBe("invalidate 12");
});

test("a check ends with ready and signs nothing", async () => {
  const { ports, calls } = goodPorts();
  const states: TransactState[] = [];
  expect(await checkTransaction("stake", ports, (state) => states.push(state))).toBe(true);
  expect(states.map(({ name }) => name)).toEqual(["checking", "ready"]);
  expect(calls).toEqual(["simulate stake"]);
});
