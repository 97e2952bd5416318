import type { Stack } from "@weft/devnet";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPreparedStacks, type Preparation } from "./prepared-stacks.ts";
import { askForStack, serveStacks } from "./serve-stacks.ts";

const MINUTE = 60_000;

/** Notes what is done to stacks that are none. */
function createNotes() {
  const notes: string[] = [];
  let count = 0;
  let failing: string | undefined;
  async function prepare({ story }: Preparation) {
    const name = `${story} ${++count}`;
    notes.push(`prepare ${name}`);
    const stack = { rpcUrl: name, close: async () => void notes.push(`close ${name}`) } as unknown as Stack;
    const restore = async () => {
      notes.push(`restore ${name}`);
      if (name === failing) throw new Error("the index stands still");
    };
    return { stack, snapshot: { restore } };
  }
  const fail = (name: string) => {
    failing = name;
  };
  return { notes, prepare, fail };
}

describe("createPreparedStacks", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  test("prepares each once, and takes it back before every test", async () => {
    const { notes, prepare } = createNotes();
    const stacks = createPreparedStacks(prepare);
    await Promise.all([stacks.of({ story: "full" }), stacks.of({ story: "trio" }), stacks.of({ story: "full" })]);
    await stacks.close();
    expect(notes).toEqual([
      ...["prepare full 1", "restore full 1", "prepare trio 2", "restore trio 2", "restore full 1"],
      ...["close full 1", "close trio 2"],
    ]);
  });

  test("prepares another before the story's open vote would end", async () => {
    const { notes, prepare } = createNotes();
    const stacks = createPreparedStacks(prepare);
    await stacks.of({ story: "full" });
    vi.setSystemTime(Date.now() + 14 * MINUTE);
    await stacks.of({ story: "full" });
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    await stacks.of({ story: "full" });
    expect(notes).toEqual([
      ...["prepare full 1", "restore full 1", "restore full 1"],
      ...["close full 1", "prepare full 2", "restore full 2"],
    ]);
  });

  test("says why one can't be taken back, and prepares another for the next test", async () => {
    const { notes, prepare, fail } = createNotes();
    const stacks = createPreparedStacks(prepare);
    fail("full 1");
    await expect(stacks.of({ story: "full" })).rejects.toThrow("the index stands still");
    await stacks.of({ story: "full" });
    expect(notes).toEqual(["prepare full 1", "restore full 1", "close full 1", "prepare full 2", "restore full 2"]);
  });
});

describe("serveStacks", () => {
  test("tells other processes where a stack is, or why there is none", async () => {
    const { prepare, fail } = createNotes();
    const server = await serveStacks(createPreparedStacks(prepare));
    try {
      expect(await askForStack(server.url, { story: "full" })).toEqual({ rpcUrl: "full 1" });
      fail("trio 2");
      await expect(askForStack(server.url, { story: "trio" })).rejects.toThrow(
        /^There is no stack to test on: Error: the index stands still/,
      );
    } finally {
      await server.close();
    }
    await expect(askForStack(server.url, { story: "full" })).rejects.toThrow();
  });
});
