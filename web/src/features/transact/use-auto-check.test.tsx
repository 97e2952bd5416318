// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { TransactRequest } from "./transact-request.ts";
import type { TransactState } from "./transact-state.ts";
import { useAutoCheck } from "./use-auto-check.ts";

const request: TransactRequest = { address: "0x01", abi: [], functionName: "claim" };
const idle: TransactState = { name: "idle" };

interface Given {
  readonly state: TransactState;
  readonly request: TransactRequest | undefined;
  readonly account: string | undefined;
}

function renderCheck(initialProps: Given) {
  const check = vi.fn(async () => {});
  const reset = vi.fn();
  const send = vi.fn(async () => {});
  const hook = renderHook(
    (given: Given) => useAutoCheck({ state: given.state, check, reset, send }, given.request, given.account),
    { initialProps },
  );
  return { ...hook, check, reset };
}

describe("useAutoCheck", () => {
  it("asks once there is a request and an account, and again for another request", () => {
    const { rerender, check } = renderCheck({ state: idle, request: undefined, account: "0xa" });
    expect(check).not.toHaveBeenCalled();
    rerender({ state: idle, request, account: "0xa" });
    rerender({ state: { name: "ready" }, request, account: "0xa" });
    expect(check).toHaveBeenCalledOnce();
    rerender({ state: { name: "ready" }, request: { ...request, args: [1n] }, account: "0xa" });
    expect(check).toHaveBeenCalledTimes(2);
  });

  it("asks nothing without an account, and takes an old answer back", () => {
    const { rerender, check, reset } = renderCheck({ state: { name: "ready" }, request, account: undefined });
    expect(check).not.toHaveBeenCalled();
    expect(reset).toHaveBeenCalledOnce();
    rerender({ state: idle, request, account: undefined });
    expect(reset).toHaveBeenCalledOnce();
  });

  it.each<TransactState>([
    { name: "pending", hash: "0x1" },
    { name: "indexed", hash: "0x1", block: 5 },
  ])("does not talk over what is told: $name", (state) => {
    const { rerender, check, reset } = renderCheck({ state, request, account: "0xa" });
    rerender({ state, request: undefined, account: "0xa" });
    expect(check).not.toHaveBeenCalled();
    expect(reset).not.toHaveBeenCalled();
  });
});
