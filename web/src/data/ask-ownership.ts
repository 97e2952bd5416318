import {
  AbortedError,
  type ClientControl,
  columnsOf,
  createOwnershipClient,
  type OwnershipClient,
  WorkerGoneError,
} from "@weft/ownership";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";
import { settleStateOf } from "./ownership-state.ts";
import { takeOwnershipThread } from "./ownership-thread.ts";

/** A question to the worker: one call of the client, which already knows the snapshot. */
export type OwnershipQuestion<Answer> = (client: OwnershipClient, control: ClientControl) => Promise<Answer>;

/** The page's worker, and the snapshot that it was given last. */
interface Held {
  readonly client: OwnershipClient;
  snapshot?: OwnershipSnapshot;
  /** Questions about the snapshot that are not answered yet; one may have several parts. */
  readonly open: Set<Promise<unknown>>;
}

let held: Held | undefined;
/** Ends when the question before has been put. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Asks the ownership worker about a snapshot. The worker starts with the first question and reads each snapshot once.
 *
 * For plans, what-ifs and flows, which take seconds where a million shares changed hands. A single column or row of
 * look-through shares takes 3 to 5 ms for 100,000 holdings (docs/ownership.md), and a page reads 50,000 whole at most: those
 * are solved in place, which keeps the pages simple.
 *
 * Throws what the question throws, AbortedError when the signal stops it, and WorkerGoneError when the worker fails; the
 * next question starts another one.
 */
export function askOwnership<Answer>(
  snapshot: OwnershipSnapshot,
  question: OwnershipQuestion<Answer>,
  control: ClientControl = {},
): Promise<Answer> {
  // One after the other, so that no other snapshot comes between loading one and asking about it.
  const put = before.then(async () => {
    if (control.signal?.aborted) throw new AbortedError("The question", 0, 1);
    const knowing = await holdThatKnows(snapshot);
    return { answer: answerOf(knowing, question(knowing.client, control)) };
  });
  before = put.catch(() => undefined);
  return put.then(({ answer }) => answer);
}

/** The answer, counted as open until it is there. */
async function answerOf<Answer>(knowing: Held, asked: Promise<Answer>): Promise<Answer> {
  knowing.open.add(asked);
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WorkerGoneError) leave(knowing);
    throw error;
  } finally {
    knowing.open.delete(asked);
  }
}

async function holdThatKnows(snapshot: OwnershipSnapshot): Promise<Held> {
  held ??= { client: createOwnershipClient(takeOwnershipThread()), open: new Set() };
  const current = held;
  if (current.snapshot === snapshot) return current;
  // What was asked about the one before is about that one to its end. Who looks at a newer block stops asking.
  await Promise.allSettled(current.open);
  try {
    await current.client.load(columnsOf(settleStateOf(snapshot)));
  } catch (error) {
    leave(current);
    throw error;
  }
  current.snapshot = snapshot;
  return current;
}

/** Lets the next question start another worker. */
function leave(gone: Held): void {
  gone.client.close();
  if (held === gone) held = undefined;
}
