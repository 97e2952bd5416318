import { type Stack, type StackOptions, type StackSnapshot, snapshotStack, startStack } from "@weft/devnet";

/** What has happened on a stack before a test begins. */
export type Preparation = Pick<StackOptions, "story">;

/**
 * After so long a stack is prepared anew. Its chain's clock is the present's, at which the story's open vote, which lasts 30
 * minutes, has to go on long enough for a test.
 */
const MOST_AGE_MS = 15 * 60_000;

interface Prepared {
  readonly stack: Stack;
  readonly snapshot: StackSnapshot;
  readonly since: number;
}

/** Stacks that tests change as they like, and find as they were prepared. */
export interface PreparedStacks {
  /** The stack of a preparation as it was right after it, whatever has happened to it since. */
  of(preparation: Preparation): Promise<Stack>;
  /** Puts all of them away. */
  close(): Promise<void>;
}

/** Stacks, each prepared when it is first asked for and kept from then on. */
export function createPreparedStacks(): PreparedStacks {
  const kept = new Map<string, Prepared>();
  // One after the other: a page is built with the addresses that were written last.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function prepare(preparation: Preparation): Promise<Prepared> {
    const stack = await startStack({ ...preparation, web: true });
    try {
      return { stack, snapshot: await snapshotStack(stack), since: performance.now() };
    } catch (error) {
      await stack.close();
      throw error;
    }
  }

  /** The one that is kept, unless it is too old. */
  async function find(preparation: Preparation): Promise<Prepared> {
    const key = JSON.stringify(preparation);
    const known = kept.get(key);
    if (known !== undefined && performance.now() - known.since < MOST_AGE_MS) return known;
    kept.delete(key);
    await known?.stack.close();
    const prepared = await prepare(preparation);
    kept.set(key, prepared);
    return prepared;
  }

  async function restored(preparation: Preparation): Promise<Stack> {
    const { stack, snapshot } = await find(preparation);
    await snapshot.restore();
    return stack;
  }

  return {
    of: (preparation) => inTurn(() => restored(preparation)),
    close: () =>
      inTurn(async () => {
        const stacks = [...kept.values()].map(({ stack }) => stack);
        kept.clear();
        await Promise.all(stacks.map((stack) => stack.close()));
      }),
  };
}
