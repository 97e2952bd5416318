import { expect, it } from "vitest";
import { AbortedError } from "../errors.ts";
import type { Progress, Steps } from "../steps.ts";
import { runSteps } from "./run-steps.ts";

/** Steps that each keep the thread busy for some milliseconds. */
function* busySteps(count: number, milliseconds: number): Steps<string> {
  for (let done = 0; done < count; done++) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield { done: done + 1, total: count };
  }
  return "done";
}

it("lets others in between slices, and tells how far it is", async () => {
  const told: Progress[] = [];
  const order: string[] = [];
  const long = runSteps(busySteps(40, 10), { cancelled: false }, (progress) => told.push(progress)).then(() =>
    order.push("long"),
  );
  const short = runSteps(busySteps(1, 1), { cancelled: false }, () => {}).then(() => order.push("short"));
  await Promise.all([long, short]);
  expect(order).toEqual(["short", "long"]);
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
});

it("stops at the next slice, and cleans up", async () => {
  const job = { cancelled: false };
  let finished = 0;
  let cleaned = false;
  function* counted(): Steps<void> {
    try {
      for (let done = 0; ; done++) {
        yield* busySteps(1, 20);
        finished = done;
      }
    } finally {
      cleaned = true;
    }
  }
  const running = runSteps(counted(), job, () => {
    job.cancelled = true;
  });
  await expect(running).rejects.toThrow(AbortedError);
  expect(cleaned).toBe(true);
  const then = finished;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(finished).toBe(then);
});
