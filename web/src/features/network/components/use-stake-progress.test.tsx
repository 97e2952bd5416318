// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { tokens, wallets } from "../../../data/testing/trio.ts";
import type { TransactState } from "../../transact/transact-state.ts";
import type { Transact } from "../../transact/use-transact.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import type { StakeStep } from "../model/stake-steps.ts";
import { useStakeProgress } from "./use-stake-progress.ts";

const move: StakeMove = {
  network: tokens.trio,
  member: tokens.ada,
  account: wallets.ada,
  to: wallets.ada,
  amount: 2n,
  shares: 1n,
};
const step = (key: StakeStep["key"]): StakeStep => ({
  key,
  title: key,
  why: "",
  done: false,
  request: { address: tokens.ada, abi: [], functionName: key },
});
const indexed: TransactState = { name: "indexed", hash: "0x1", block: 5 };

function renderProgress() {
  const reset = vi.fn();
  const transact = (state: TransactState): Transact => ({ state, reset, check: vi.fn(), send: vi.fn() });
  const hook = renderHook(({ state }) => useStakeProgress(transact(state)), {
    initialProps: { state: { name: "idle" } as TransactState },
  });
  return { ...hook, reset };
}

describe("useStakeProgress", () => {
  it("keeps a step that was done, and starts the next anew", () => {
    const { result, rerender, reset } = renderProgress();
    rerender({ state: { name: "signing" } });
    act(() => result.current.noteSent(step("allow"), move));
    expect(result.current.sent?.key).toBe("allow");
    rerender({ state: indexed });
    expect(result.current.sent).toBeUndefined();
    expect(result.current.past.map(({ key, done }) => [key, done])).toEqual([["allow", true]]);
    expect(result.current.staked).toBeUndefined();
    expect(reset).toHaveBeenCalledOnce();
  });

  it("forgets a step that was declined", () => {
    const { result, rerender } = renderProgress();
    rerender({ state: { name: "signing" } });
    act(() => result.current.noteSent(step("allow"), move));
    rerender({ state: { name: "rejected", why: { title: "Declined", detail: "", next: "" } } });
    expect(result.current.sent).toBeUndefined();
    expect(result.current.past).toEqual([]);
  });

  it("says what was staked once the pages show it", () => {
    const { result, rerender } = renderProgress();
    act(() => result.current.noteSent(step("stake"), move));
    rerender({ state: { name: "confirmed", hash: "0x1", block: 5, late: false } });
    expect(result.current.staked).toBeUndefined();
    rerender({ state: indexed });
    expect(result.current.staked).toEqual(move);
    expect(result.current.past).toEqual([]);
  });
});
