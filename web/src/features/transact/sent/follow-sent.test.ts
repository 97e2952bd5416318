import { describe, expect, test } from "vitest";
import { type FollowPorts, followSent, type Settled, type Standing } from "./follow-sent.ts";
import type { SentChange } from "./sent-log.ts";
import type { SentTransaction } from "./sent-transaction.ts";
import { sampleHash, sampleSent } from "./testing.ts";

const HASH = sampleHash("ab");
const IN_BLOCK: Settled = { hash: HASH, block: 12 };

/** One answer a question, an `Error` as a throw; the last one stays. */
function answers<Answer>(list: readonly (Answer | Error)[]): () => Promise<Answer> {
  let asked = 0;
  return async () => {
    const answer = list[Math.min(asked++, list.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer as Answer;
  };
}

interface World {
  readonly settled?: readonly (Settled | undefined | Error)[];
  readonly standing?: readonly (Standing | Error)[];
  readonly index?: readonly (number | Error)[];
  readonly sent?: SentTransaction;
}

async function follow({
  settled = [IN_BLOCK],
  standing = [{ name: "waiting" }],
  index = [12],
  sent = sampleSent(),
}: World) {
  const calls: string[] = [];
  const changes: SentChange[] = [];
  let pauses = 0;
  const ports: FollowPorts = {
    settled: answers(settled),
    standing: answers(standing),
    indexedBlock: answers(index),
    confirmed: (block) => calls.push(`confirmed ${block}`),
    indexed: (block) => calls.push(`indexed ${block}`),
    pause: async () => {
      pauses++;
    },
  };
  await followSent(sent, ports, (change) => changes.push(change));
  const kept = Object.assign({}, sent, ...changes.map((change) => change.kept ?? {})) as SentTransaction;
  return { calls, changes, kept, pauses };
}

test("a transaction goes from a block to the index, and figures are read anew at each", async () => {
  const { kept, calls } = await follow({});
  expect(kept).toMatchObject({ phase: "indexed", hash: HASH, block: 12 });
  expect(calls).toEqual(["confirmed 12", "indexed 12"]);
});

test("one that was sped up ends under its new hash", async () => {
  const { kept } = await follow({ settled: [undefined, { hash: sampleHash("cd"), block: 12 }] });
  expect(kept).toMatchObject({ phase: "indexed", id: HASH, hash: sampleHash("cd") });
});

test.each(["reverted", "cancelled", "replaced"] as const)(
  "one that was %s fails, and the index is not waited for",
  async (failure) => {
    const { kept, calls } = await follow({ settled: [{ failure, hash: HASH, block: 12 }] });
    expect(kept).toMatchObject({ phase: "failed", failure });
    expect(calls).toEqual(["confirmed 12"]);
  },
);

describe("while no block has it", () => {
  test("its place in the account’s sequence is kept, so that another in that place is recognised after a reload", async () => {
    const { kept } = await follow({
      settled: [undefined, IN_BLOCK],
      standing: [
        { name: "waiting", nonce: 4, to: "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266", value: 5n, input: "0x12" },
      ],
    });
    expect(kept).toMatchObject({
      nonce: 4,
      to: "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
      value: "5",
      input: "0x12",
    });
  });

  test("a chain that can’t be reached is said, and asked again until it is back", async () => {
    const { changes, kept } = await follow({ standing: [new Error("down"), new Error("down"), { name: "waiting" }] });
    expect(changes.slice(0, 3).map(({ live }) => live)).toEqual([{ unreachable: true }, { unreachable: true }, {}]);
    expect(kept.phase).toBe("indexed");
  });

  test("a chain that answers half is no reason to give up", async () => {
    const { changes, kept } = await follow({
      settled: [new Error("down"), IN_BLOCK],
    });
    expect(changes.slice(0, 3).map(({ live }) => live)).toEqual([{}, { unreachable: true }, {}]);
    expect(kept.phase).toBe("indexed");
  });

  test("a node that has not heard of it yet is given time", async () => {
    const unknown: Standing = { name: "unknown" };
    const { kept } = await follow({
      settled: [undefined, undefined, undefined, undefined, IN_BLOCK],
      standing: [unknown, unknown, unknown, { name: "waiting" }],
    });
    expect(kept.phase).toBe("indexed");
  });

  test("one that the chain goes on not knowing is given up", async () => {
    const { kept } = await follow({ settled: [undefined], standing: [{ name: "unknown" }] });
    expect(kept).toMatchObject({ phase: "failed", failure: "dropped" });
  });

  test("one whose place was taken while nobody looked is given up", async () => {
    const { kept } = await follow({ settled: [undefined], standing: [{ name: "overtaken" }] });
    expect(kept).toMatchObject({ phase: "failed", failure: "replaced" });
  });

  test("answers that alternate are no proof", async () => {
    const turn: Standing[] = Array.from({ length: 20 }, (_, n) => ({ name: n % 2 ? "unknown" : "overtaken" }));
    const { kept } = await follow({ settled: [...turn.map(() => undefined), IN_BLOCK], standing: turn });
    expect(kept.phase).toBe("indexed");
  });
});

describe("while the index is behind", () => {
  test("it is said how far it is, as usual, late, then stuck, and it goes on by itself", async () => {
    const behind = Array.from({ length: 40 }, () => 9);
    const { changes, kept, calls } = await follow({ index: [...behind, 12] });
    const said = changes.flatMap(({ live }) => (live?.indexBlock === 9 ? [live.index] : []));
    expect(said).toEqual([...Array(15).fill("usual"), ...Array(18).fill("late"), ...Array(7).fill("stuck")]);
    expect(kept.phase).toBe("indexed");
    expect(calls).toEqual(["confirmed 12", "indexed 12", "indexed 12"]);
  });

  test("an index that is away for a moment is asked again", async () => {
    const { changes, kept } = await follow({ index: [11, new Error("away"), 13] });
    expect(changes.slice(2).map(({ live }) => live?.indexBlock)).toEqual([11, undefined, 13]);
    expect(kept.phase).toBe("indexed");
  });
});

test("what was confirmed before a reload is looked up again before it is believed", async () => {
  const { kept } = await follow({
    sent: sampleSent({ phase: "confirmed", block: 900, hash: HASH }),
    settled: [undefined],
    standing: [{ name: "unknown" }],
  });
  expect(kept).toMatchObject({ phase: "failed", failure: "dropped" });
});

test("what has ended is not followed", async () => {
  const { changes } = await follow({ sent: sampleSent({ phase: "indexed" }) });
  expect(changes).toEqual([]);
});
