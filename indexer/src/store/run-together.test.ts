import { expect, it } from "vitest";
import { runTogether } from "./run-together.ts";
import { SqlError } from "./store-error.ts";

it("starts everything at once and waits for all", async () => {
  const events: string[] = [];
  const task = (name: string) => async () => {
    events.push(`${name} starts`);
    await null;
    events.push(`${name} ends`);
  };
  await runTogether([task("a"), task("b")]);
  expect(events).toEqual(["a starts", "b starts", "a ends", "b ends"]);
});

it("tells the cause of a failed transaction, whichever statement says first that it failed", async () => {
  const cause = new SqlError("inserting", "23505", "twice");
  const consequence = new SqlError("moving the head", "25P02", "aborted");
  const slow = async () => {
    await null;
    await null;
    throw cause;
  };
  await expect(runTogether([slow, () => Promise.reject(consequence)])).rejects.toBe(cause);
});

it("passes on what a task throws before it waits", async () => {
  const failing = () => {
    throw new TypeError("no");
  };
  await expect(runTogether([async () => null, failing])).rejects.toThrow("no");
});
