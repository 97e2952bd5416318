import { type Address, UserRejectedRequestError } from "viem";
import { describe, expect, test } from "vitest";
import type { TransactPlan, TransactStep } from "../plan/transact-plan.ts";
import type { Sent } from "../sent/sent-transaction.ts";
import type { TransactRequest } from "../transact-request.ts";
import type { TransactState } from "../transact-state.ts";
import { checkPlan, type RunPorts, type RunProgress, runPlan, type SentNote } from "./run-plan.ts";

const ADA: Address = "0x00000000000000000000000000000000000000a1";
const BEN: Address = "0x00000000000000000000000000000000000000b1";
const TOKEN: Address = "0x00000000000000000000000000000000000000aa";
const NETWORK: Address = "0x00000000000000000000000000000000000000dd";
const NONE: ReadonlySet<string> = new Set();

const call = (functionName: string): TransactRequest => ({ address: NETWORK, abi: [], functionName });
const collect: TransactStep = { key: "collect", title: "collect 1 ETH first", request: call("settle") };
const stake: TransactStep = {
  key: "stake",
  title: "stake 5 ADA",
  request: call("stake"),
  spend: { token: TOKEN, spender: NETWORK, amount: 5n, figure: "5 ADA", withPermit: () => call("stakeWithPermit") },
};
const planOf = (...steps: readonly TransactStep[]): TransactPlan => ({
  title: "Stake 5 ADA",
  done: "You are in.",
  steps,
});

/** Ports of a world in which everything goes well and the wallet can do nothing special; each test changes something. */
function world(changed: Partial<RunPorts> = {}) {
  const calls: string[] = [];
  const notes: SentNote[] = [];
  const names = (requests: readonly TransactRequest[]) => requests.map(({ functionName }) => functionName).join("+");
  const ports: RunPorts = {
    wallet: () => ({ account: ADA, chainId: 31_337 }),
    expectedChainId: 31_337,
    allowance: async () => 0n,
    canBundle: async () => false,
    canPermit: async () => false,
    check: async (requests) => {
      calls.push(`check ${names(requests)}`);
      return { tried: requests.length, gas: 100n, fee: 7n };
    },
    signPermit: async ({ figure }) => {
      calls.push(`sign permit ${figure}`);
      return { deadline: 9n, v: 27, r: "0x01", s: "0x02" };
    },
    refusePermits: () => {},
    write: async ({ functionName }) => {
      calls.push(`write ${functionName}`);
      return `0x${functionName}`;
    },
    sendBundle: async (requests) => {
      calls.push(`bundle ${names(requests)}`);
      return "bundle-1";
    },
    note: (sent) => notes.push(sent),
    settled: async (id) => ({ id, phase: "confirmed" }) as Sent,
    ...changed,
  };
  const states: TransactState[] = [];
  const heard: string[] = [];
  let progress: RunProgress | undefined;
  let wanted = true;
  const listener = {
    state: (state: TransactState) => {
      states.push(state);
      heard.push(state.name === "signing" ? `signing ${state.what}` : state.name);
    },
    progress: (next: RunProgress) => {
      progress = next;
    },
    sent: (id: string) => void heard.push(`sent ${id}`),
    wanted: () => wanted,
  };
  return {
    ports,
    calls,
    notes,
    heard,
    listener,
    last: () => states.at(-1),
    progress: () => progress,
    leave: () => {
      wanted = false;
    },
    run: (plan: TransactPlan, done = NONE) => runPlan(plan, done, ports, listener),
  };
}

describe("one call", () => {
  test("is checked, confirmed in the wallet, kept, and followed", async () => {
    const { run, calls, heard, notes } = world();
    expect(await run(planOf(collect))).toEqual(NONE);
    expect(calls).toEqual(["check settle", "write settle"]);
    expect(heard).toEqual(["checking", "ready", "signing call", "sent 0xsettle"]);
    expect(notes).toEqual([
      { id: "0xsettle", kind: "transaction", account: ADA, title: "Stake 5 ADA", more: false, done: "You are in." },
    ]);
  });

  test("asks nobody anything without a wallet", async () => {
    const { run, calls, heard } = world({ wallet: () => undefined });
    await run(planOf(collect));
    expect([heard, calls]).toEqual([["no-wallet"], []]);
  });

  test("says where the wallet is when that is another chain", async () => {
    const { run, calls, last } = world({ wallet: () => ({ account: ADA, chainId: 1 }) });
    await run(planOf(collect));
    expect([last(), calls]).toEqual([{ name: "wrong-network", chainId: 1 }, []]);
  });

  test("is not offered to the wallet when it would fail", async () => {
    const { run, calls, heard, last } = world({ check: () => Promise.reject(new Error("the door is closed")) });
    await run(planOf(collect));
    expect([heard, calls]).toEqual([["checking", "would-fail"], []]);
    expect(last()).toMatchObject({ why: { detail: "the door is closed." } });
  });

  test("that the owner declines is no failure", async () => {
    const { run, last, notes } = world({ write: () => Promise.reject(new UserRejectedRequestError(new Error("no"))) });
    await run(planOf(collect));
    expect(last()).toMatchObject({ name: "rejected", why: { title: "The wallet declined" } });
    expect(notes).toEqual([]);
  });

  test("that the wallet can’t send is one", async () => {
    const { run, last } = world({ write: () => Promise.reject(new Error("broken")) });
    await run(planOf(collect));
    expect(last()).toMatchObject({ name: "failed", why: { detail: "broken." } });
  });
});

describe("what is spent", () => {
  test("is allowed exactly, in a transaction before the call, where nothing better is possible", async () => {
    const { run, calls, notes } = world();
    await run(planOf(stake));
    expect(calls).toEqual(["check approve+stake", "write approve", "check stake", "write stake"]);
    expect(notes.map(({ step, more }) => [step, more])).toEqual([
      ["1 of 2: allow exactly 5 ADA", true],
      ["2 of 2: stake 5 ADA", false],
    ]);
  });

  test("is allowed by a signature where the account can sign one", async () => {
    const { run, calls, heard } = world({ canPermit: async () => true });
    await run(planOf(stake));
    // What is tried before anything is signed has an allowance in the signature's place.
    expect(calls).toEqual([
      "check approve+stake",
      "sign permit 5 ADA",
      "check stakeWithPermit",
      "write stakeWithPermit",
    ]);
    expect(heard).toEqual([
      "checking",
      "ready",
      "signing permit",
      "checking",
      "signing call",
      "sent 0xstakeWithPermit",
    ]);
  });

  test("is not allowed again", async () => {
    const { run, calls } = world({ allowance: async () => 5n, canPermit: async () => true });
    await run(planOf(stake));
    expect(calls).toEqual(["check stake", "write stake"]);
  });

  test("is allowed anew when less is allowed than is spent", async () => {
    const { run, calls } = world({ allowance: async () => 4n });
    await run(planOf(stake));
    expect(calls[1]).toBe("write approve");
  });

  test("falls back to an allowance when the wallet turns out to sign no permissions", async () => {
    let can = true;
    const { run, calls } = world({
      canPermit: async () => can,
      signPermit: () => Promise.reject(Object.assign(new Error("unsupported"), { code: 4200 })),
      refusePermits: () => {
        can = false;
      },
    });
    await run(planOf(stake));
    expect(calls.slice(-3)).toEqual(["write approve", "check stake", "write stake"]);
  });

  test("is asked for once when the owner declines the permission", async () => {
    const { run, calls, last } = world({
      canPermit: async () => true,
      signPermit: () => Promise.reject(new UserRejectedRequestError(new Error("no"))),
    });
    await run(planOf(stake));
    expect(last()).toMatchObject({ name: "rejected" });
    expect(calls).toEqual(["check approve+stake"]);
  });
});

describe("several calls", () => {
  test("go as one bundle where the wallet takes bundles, with allowances and without permissions", async () => {
    const { run, calls, notes, progress } = world({ canBundle: async () => true, canPermit: async () => true });
    await run(planOf(collect, stake));
    expect(calls).toEqual(["check settle+approve+stake", "bundle settle+approve+stake"]);
    expect(notes).toMatchObject([{ id: "bundle-1", kind: "calls", more: false }]);
    expect(progress()?.bundled).toBe(true);
  });

  test("go one by one elsewhere, each checked again right before", async () => {
    const { run, calls, progress } = world({ canPermit: async () => true });
    await run(planOf(collect, stake));
    expect(calls).toEqual([
      "check settle+approve+stake",
      "write settle",
      "sign permit 5 ADA",
      "check stakeWithPermit",
      "write stakeWithPermit",
    ]);
    expect([...(progress()?.done ?? [])]).toEqual(["collect", "stake:allow", "stake"]);
  });

  test("stop after one that failed, and another try does not repeat what is in a block", async () => {
    const first = world({ settled: async (id) => ({ id, phase: id === "0xsettle" ? "confirmed" : "failed" }) as Sent });
    const done = await first.run(planOf(collect, stake));
    expect([...done]).toEqual(["collect"]);
    const second = world();
    await second.run(planOf(collect, stake), done);
    expect(second.calls[0]).toBe("check approve+stake");
  });

  test("stop when the wallet has gone to another account in between", async () => {
    let account = ADA;
    const { run, calls, last } = world({
      wallet: () => ({ account, chainId: 31_337 }),
      settled: async (id) => {
        account = BEN;
        return { id, phase: "confirmed" } as Sent;
      },
    });
    await run(planOf(collect, stake));
    expect(calls.filter((one) => one.startsWith("write"))).toEqual(["write settle"]);
    expect(last()).toMatchObject({ name: "failed", why: { title: "The wallet is on another account now" } });
  });

  test("stop when the wallet has gone to another chain in between", async () => {
    let chainId = 31_337;
    const { run, last } = world({
      wallet: () => ({ account: ADA, chainId }),
      settled: async (id) => {
        chainId = 1;
        return { id, phase: "confirmed" } as Sent;
      },
    });
    await run(planOf(collect, stake));
    expect(last()).toEqual({ name: "wrong-network", chainId: 1 });
  });

  test("ask for nothing more once the form was left", async () => {
    const it = world({
      settled: async (id) => {
        it.leave();
        return { id, phase: "confirmed" } as Sent;
      },
    });
    await it.run(planOf(collect, stake));
    expect(it.calls.filter((one) => one.startsWith("write"))).toEqual(["write settle"]);
  });
});

test("a check tells what will be signed, what it costs, and signs nothing", async () => {
  const { ports, listener, calls, last, progress } = world();
  await checkPlan(planOf(stake), NONE, ports, listener);
  expect(last()).toEqual({ name: "ready", fee: 7n, whole: true });
  expect(calls).toEqual(["check approve+stake"]);
  expect(progress()?.signatures.map(({ title }) => title)).toEqual(["allow exactly 5 ADA", "stake 5 ADA"]);
});

test("a check says when only the first call could be tried", async () => {
  const { ports, listener, last } = world({ check: async () => ({ tried: 1, gas: 1n, fee: 1n }) });
  await checkPlan(planOf(stake), NONE, ports, listener);
  expect(last()).toMatchObject({ name: "ready", whole: false });
});
