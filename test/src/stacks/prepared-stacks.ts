import { type Stack, type StackOptions, type StackSnapshot, snapshotStack, startStack } from "@weft/devnet";

/** What has happened on a stack before a test begins. */
export type Preparation = Pick<StackOptions, "story" | "currency" | "webEnv">;

/**
 * After so long a stack is prepared anew. Its chain's clock is the present's, at which the story's open vote, which lasts 30
 * minutes, has to go on long enough for a test.
 */
const MOST_AGE_MS = 15 * 60_000;

/** A stack, and how it is taken back to where it was. */
export interface Prepared {
  readonly stack: Stack;
  readonly snapshot: StackSnapshot;
}

/** Stacks that tests change as they like, and find as they were prepared. */
export interface PreparedStacks {
  /**
   * The stack of a preparation as it was right after it, whatever has happened to it since.
   *
   * @throws when it can't be prepared or taken back; the next one asked for is prepared anew.
   */
  of(preparation: Preparation): Promise<Stack>;
  /** Puts all of them away. */
  close(): Promise<void>;
}

/** Stacks, each prepared when it is first asked for and kept from then on. */
export function createPreparedStacks(prepare = startPrepared): PreparedStacks {
  const kept = new Map<string, Prepared & { readonly since: number }>();
  // One after the other: a page is built with the addresses that were written last.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function drop(key: string): Promise<void> {
    const known = kept.get(key);
    kept.delete(key);
    await known?.stack.close();
  }

  async function find(key: string, preparation: Preparation): Promise<Prepared> {
    const known = kept.get(key);
    if (known !== undefined && Date.now() - known.since < MOST_AGE_MS) return known;
    await drop(key);
    const prepared = { ...(await prepare(preparation)), since: Date.now() };
    kept.set(key, prepared);
    return prepared;
  }

  async function restored(preparation: Preparation): Promise<Stack> {
    const key = JSON.stringify(preparation);
    const { stack, snapshot } = await find(key, preparation);
    try {
      await snapshot.restore();
    } catch (error) {
      // Whatever is wrong with it must not fail every test from here on.
      await drop(key);
      throw error;
    }
    return stack;
  }

  return {
    of: (preparation) => inTurn(() => restored(preparation)),
    close: () => inTurn(async () => void (await Promise.all([...kept.keys()].map(drop)))),
  };
}

async function startPrepared(preparation: Preparation): Promise<Prepared> {
  const begin = performance.now();
  const stack = await startStack({ ...preparation, web: true });
  try {
    const snapshot = await snapshotStack(stack);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`    Prepared a stack, ${JSON.stringify(preparation)}, in ${seconds} s`);
    return { stack, snapshot };
  } catch (error) {
    await stack.close();
    throw error;
  }
}
