import { expect, test } from "vitest";
import { createProgress } from "../../runtime/progress.ts";
import { formatProgress, progressRate } from "./format-progress.ts";

const block = (number: number) => ({ number, hash: "0x", parentHash: "0x", timestamp: 0 });
const START = createProgress(1).read();

test("speed and time left while catching up", () => {
  const status = {
    ...START,
    status: "syncing",
    head: block(500),
    chainHead: block(2000),
    blocks: 500,
    handlers: 50,
  } as const;
  const rate = progressRate({ at: 0, status: START }, { at: 2000, status });
  expect(formatProgress(status, rate)).toBe("block 500 of 2000, 250 blocks/s, 25 events/s, 6 s left");
});

test("at the head, in trouble and failed", () => {
  const synced = { ...START, status: "synced", head: block(7), chainHead: block(7) } as const;
  const rate = progressRate({ at: 0, status: START }, { at: 1000, status: synced });
  expect(formatProgress(synced, rate)).toBe("block 7 of 7, following the chain");
  expect(formatProgress({ ...synced, problem: "no answer" }, rate)).toBe("block 7 of 7, waiting: no answer");
  const fatalError = { message: "boom", block: null, handler: null };
  expect(formatProgress({ ...synced, status: "failed", fatalError }, rate)).toBe("failed at block 7 of 7: boom");
});
