import { readBlock } from "../store/bookkeeping.ts";
import type { SqlSession } from "../store/driver.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { type QueryState, readState, stateSql } from "../store/query-state.ts";
import type { StoredBlock } from "../store/store.ts";
import { createBreather } from "./breather.ts";
import { QueryError } from "./query-error.ts";

/** Milliseconds for which one query may keep a database from everybody else that serves one at a time. */
const LONGEST_HOLD_MS = 100;

/** One state of a store that a query of several statements reads. */
export interface Snapshot {
  /** The state in which the query began. */
  readonly state: QueryState;
  /** For the statements until the next `rest`. */
  session(): SqlSession;
  /** Whether what the query reads is not the store's latest state any more, so that statements must name its block. */
  isPast(): boolean;
  /**
   * To be called between statements: lets others have their turn when the last one is a while ago, commits included. Throws `QueryError` when
   * what the query read is not on the chain any more afterwards.
   */
  rest(): Promise<void>;
  end(): Promise<void>;
}

/** A transaction that goes on until it is ended. */
interface Hold {
  readonly session: SqlSession;
  readonly since: number;
  end(): Promise<void>;
}

/** Begins to read the latest state; `end` must be called whatever happens. */
export async function openSnapshot(store: QueryableStore): Promise<Snapshot> {
  const breathe = createBreather();
  let hold = await begin(store);
  let isPast = false;
  const state = await readNow(hold, store);

  async function renew(): Promise<void> {
    await hold.end();
    hold = await begin(store);
    const now = await readNow(hold, store);
    const { head } = state;
    if (head === null || isSame(head, now.head)) return;
    isPast = true;
    const recorded = await readBlock(hold.session, store.layout, head.number);
    if (isSame(head, recorded) && head.number >= now.earliest) return;
    throw new QueryError(`block ${head.number}, of which the query read, was replaced meanwhile: ask again`);
  }

  return {
    state,
    session: () => hold.session,
    isPast: () => isPast,
    async rest() {
      await breathe();
      if (store.isExclusive && performance.now() - hold.since > LONGEST_HOLD_MS) await renew();
    },
    end: () => hold.end(),
  };
}

async function readNow(hold: Hold, store: QueryableStore): Promise<QueryState> {
  try {
    const rows = await hold.session.query("reading the state", `select ${stateSql(store.layout)}`);
    return readState(rows[0]?.[0]);
  } catch (error) {
    await hold.end();
    throw error;
  }
}

function begin(store: QueryableStore): Promise<Hold> {
  return new Promise((resolve, reject) => {
    const over = store.query(
      (session) =>
        new Promise<void>((finish) => {
          const end = async (): Promise<void> => {
            finish();
            // What was read was read: a connection that breaks now is met by whoever uses it next.
            await over.catch(() => undefined);
          };
          resolve({ session, since: performance.now(), end });
        }),
    );
    over.catch(reject);
  });
}

function isSame(block: StoredBlock, other: StoredBlock | null): boolean {
  return other !== null && other.number === block.number && other.hash === block.hash;
}
