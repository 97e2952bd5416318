// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { TransactState } from "../../transact/transact-state.ts";
import type { ClaimPlan } from "../model/claim-plan.ts";
import { useSentClaim } from "./use-sent-claim.ts";

const planOf = (count: number, quote: bigint) =>
  ({ quote, transactions: Array.from({ length: count }, () => ({})) }) as unknown as ClaimPlan;
const hashOf = (index: number) => `0x${String(index).repeat(64)}` as const;
const pending = (index: number): TransactState => ({ name: "pending", hash: hashOf(index), live: {} });
const confirmed = (index: number): TransactState => ({
  ...{ name: "confirmed", hash: hashOf(index), block: index },
  live: {},
});
const indexed = (index: number): TransactState => ({
  ...{ name: "indexed", hash: hashOf(index), block: index },
  done: undefined,
});
const READY: TransactState = { name: "ready", fee: 1n, whole: true };
const CHECKING: TransactState = { name: "checking" };
const SIGNING: TransactState = { name: "signing", what: "call" };

/** What the hook says after each of the states. */
function sayAfter(steps: readonly (readonly [TransactState, ClaimPlan | undefined])[]) {
  const [first, ...rest] = steps;
  if (first === undefined) throw new Error("There is a state at least.");
  const hook = renderHook(({ state, plan }) => useSentClaim({ state } as Parameters<typeof useSentClaim>[0], plan), {
    initialProps: { state: first[0], plan: first[1] },
  });
  return [
    hook.result.current,
    ...rest.map(([state, plan]) => {
      hook.rerender({ state, plan });
      return hook.result.current;
    }),
  ];
}

test("a claim in two transactions is one, though each is checked before it is signed and the plan moves on", () => {
  const [whole, rest] = [planOf(2, 10n), planOf(1, 2n)];
  const said = sayAfter([
    [READY, whole],
    [CHECKING, whole],
    [SIGNING, whole],
    [pending(1), whole],
    [confirmed(1), whole],
    [CHECKING, rest],
    [SIGNING, rest],
    [pending(2), undefined],
    [confirmed(2), rest],
    [indexed(2), undefined],
  ]);
  const both = { hashes: [hashOf(1), hashOf(2)], count: 2, quote: 10n };
  expect(said.slice(0, 8).every((claim) => claim === undefined)).toBe(true);
  expect(said.slice(8)).toEqual([both, both]);
});

test("the next claim is another", () => {
  const said = sayAfter([
    [READY, planOf(1, 10n)],
    [pending(1), planOf(1, 10n)],
    [indexed(1), planOf(1, 3n)],
    [READY, planOf(1, 3n)],
    [CHECKING, planOf(1, 3n)],
    [pending(2), planOf(1, 3n)],
    [indexed(2), undefined],
  ]);
  expect(said[2]).toEqual({ hashes: [hashOf(1)], count: 1, quote: 10n });
  expect(said[6]).toEqual({ hashes: [hashOf(2)], count: 1, quote: 3n });
});
