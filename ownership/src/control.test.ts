import { expect, it, vi } from "vitest";
import { checkpoint, createProgress } from "./control.ts";
import { AbortedError } from "./errors.ts";

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

it("stops a computation within a part, and says where it was", () => {
  const control = { signal: { aborted: false } };
  const progress = createProgress(control, "A plan");
  progress.at(2, 4);
  progress.poll();
  control.signal.aborted = true;
  expect(() => progress.poll()).toThrow("A plan was stopped after 2 of 4 parts");
});
