import { expect, it, vi } from "vitest";
import { checkpoint, finishWatched } from "./control.ts";
import { AbortedError } from "./errors.ts";
import { type Steps, stage, UNDER_WAY } from "./steps.ts";

it("tells how far a computation is, and stops it", () => {
  const onProgress = vi.fn();
  checkpoint({ onProgress }, "A plan", 1, 4);
  expect(onProgress).toHaveBeenCalledWith(1, 4);
  const signal = new AbortController();
  checkpoint({ signal: signal.signal }, "A plan", 2, 4);
  signal.abort();
  expect(() => checkpoint({ signal: signal.signal, onProgress }, "A plan", 2, 4)).toThrow(AbortedError);
  expect(() => checkpoint({ signal: signal.signal }, "A plan", 2, 4)).toThrowErrorMatchingInlineSnapshot(
    `[AbortedError: A plan was stopped after 2 of 4 parts, as its signal asked. Nothing was changed.]`,
  );
  expect(onProgress).toHaveBeenCalledTimes(1);
});

/** Two stages of which the first can't tell how far it is; `reached` is told when the second begins. */
function* twoStages(reached: () => void): Steps<string> {
  function* first(): Steps<string> {
    yield UNDER_WAY;
    yield UNDER_WAY;
    return "first";
  }
  function* second(): Steps<string> {
    reached();
    yield { done: 1, total: 2 };
    return "second";
  }
  return (yield* stage(first(), 0, 40)) + (yield* stage(second(), 40, 100));
}

it("tells each progress once, and goes through to the result", () => {
  const told: number[] = [];
  const onProgress = (done: number, total: number) => told.push(done / total);
  expect(finishWatched(twoStages(vi.fn()), { onProgress }, "A plan")).toBe("firstsecond");
  expect(told).toEqual([0, 0.4, 0.7]);
});

it("stops at the next step, and says where that was", () => {
  const signal = { aborted: false };
  const run = () =>
    finishWatched(
      twoStages(() => {
        signal.aborted = true;
      }),
      { signal },
      "A plan",
    );
  expect(run).toThrow("A plan was stopped after 70 of 100 parts");
});
