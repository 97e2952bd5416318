// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TransactPlan } from "./plan/transact-plan.ts";
import type { TransactState } from "./transact-state.ts";
import { useAutoCheck } from "./use-auto-check.ts";
import type { Transact } from "./use-transact.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Lets what was typed settle. */
const SETTLE_MS = 1_000;

const FIRST: TransactPlan = { title: "first", steps: [] };
const SECOND: TransactPlan = { title: "second", steps: [] };
const IDLE: TransactState = { name: "idle" };
const WHY = { title: "The wallet declined", detail: "", next: "" };

interface Props {
  readonly state: TransactState;
  readonly plan?: TransactPlan;
  readonly wallet?: string;
  /** The plan that the state is about, when that is another one than `plan`. */
  readonly about?: TransactPlan | undefined;
}

function watch(initialProps: Props) {
  const check = vi.fn(async () => {});
  const reset = vi.fn();
  const hook = renderHook(
    ({ state, plan, wallet, about = plan }: Props) =>
      useAutoCheck(
        { state, about, check, reset, send: async () => {}, progress: undefined } satisfies Transact,
        plan,
        wallet,
      ),
    { initialProps },
  );
  const rerender = (props: Props) => {
    hook.rerender(props);
    act(() => vi.advanceTimersByTime(SETTLE_MS));
  };
  return { check, reset, type: hook.rerender, rerender };
}

test("a plan is asked about once, and again when it or the wallet is another", () => {
  const { check, rerender } = watch({ state: IDLE, plan: FIRST, wallet: "ada" });
  rerender({ state: { name: "checking" }, plan: FIRST, wallet: "ada" });
  rerender({ state: { name: "ready", fee: 1n, whole: true }, plan: FIRST, wallet: "ada" });
  expect(check).toHaveBeenCalledTimes(1);
  rerender({ state: { name: "ready", fee: 1n, whole: true }, plan: SECOND, about: FIRST, wallet: "ada" });
  rerender({ state: { name: "ready", fee: 1n, whole: true }, plan: SECOND, wallet: "ben" });
  expect(check.mock.calls).toEqual([[FIRST], [SECOND], [SECOND]]);
});

test("a plan that changes while the one before is asked about is asked about too", () => {
  const { check, rerender } = watch({ state: { name: "checking" }, plan: FIRST, wallet: "ada" });
  rerender({ state: { name: "checking" }, plan: SECOND, about: FIRST, wallet: "ada" });
  expect(check).toHaveBeenLastCalledWith(SECOND);
});

test("nothing is asked without a plan or a wallet, and old words go", () => {
  const { check, reset, rerender } = watch({ state: IDLE, plan: FIRST });
  expect(check).not.toHaveBeenCalled();
  rerender({ state: { name: "would-fail", why: WHY }, about: FIRST, wallet: "ada" });
  expect(reset).toHaveBeenCalledOnce();
});

test("what was answered stays until something else is asked for", () => {
  const { check, reset, rerender } = watch({ state: IDLE, plan: FIRST, wallet: "ada" });
  rerender({ state: { name: "rejected", why: WHY }, plan: FIRST, wallet: "ada" });
  expect(reset).not.toHaveBeenCalled();
  rerender({ state: { name: "rejected", why: WHY }, plan: SECOND, about: FIRST, wallet: "ada" });
  expect(reset).toHaveBeenCalledOnce();
  rerender({ state: IDLE, plan: SECOND, wallet: "ada" });
  expect(check).toHaveBeenLastCalledWith(SECOND);
});

test("what is under way or done is left alone", () => {
  const states: readonly TransactState[] = [
    { name: "signing", what: "call" },
    { name: "pending", hash: "0x1", live: {} },
    { name: "indexed", hash: "0x1", block: 1, done: undefined },
  ];
  for (const state of states) {
    const { check, reset, rerender } = watch({ state, plan: FIRST, wallet: "ada" });
    rerender({ state, plan: SECOND, about: FIRST, wallet: "ada" });
    expect(check).not.toHaveBeenCalled();
    expect(reset).not.toHaveBeenCalled();
  }
});

test("an answer to a plan that was sent before it was checked stays", () => {
  const { check, reset, rerender } = watch({ state: IDLE, wallet: "ada" });
  rerender({ state: { name: "rejected", why: WHY }, about: FIRST, wallet: "ada" });
  reset.mockClear();
  rerender({ state: { name: "rejected", why: WHY }, plan: FIRST, about: FIRST, wallet: "ada" });
  expect([check.mock.calls.length, reset.mock.calls.length]).toEqual([0, 0]);
});

test("a reset is followed by a new check", () => {
  const { check, rerender } = watch({
    state: { name: "indexed", hash: "0x1", block: 1, done: undefined },
    plan: FIRST,
    wallet: "ada",
  });
  rerender({ state: IDLE, plan: FIRST, wallet: "ada" });
  expect(check).toHaveBeenCalledWith(FIRST);
});

test("a plan that was sent before it settled is not disturbed", () => {
  const { check, reset, type, rerender } = watch({ state: IDLE, wallet: "ada" });
  type({ state: IDLE, plan: FIRST, wallet: "ada", about: undefined });
  type({ state: { name: "checking" }, plan: FIRST, about: FIRST, wallet: "ada" });
  rerender({ state: { name: "checking" }, plan: FIRST, about: FIRST, wallet: "ada" });
  expect([check.mock.calls.length, reset.mock.calls.length]).toEqual([0, 0]);
});
