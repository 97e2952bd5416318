import type { ServedDeployment } from "../served-subgraph.ts";
import type { GraphqlRequest } from "./graphql-request.ts";
import type { Reply } from "./reply.ts";

/** What is kept of a deployment unless told otherwise. */
export const DEFAULT_KEPT_MEGABYTES = 64;
/** Longest time that an answer is kept, in milliseconds: somebody else may have taken a server's database over unnoticed. */
const MAX_AGE_MS = 1000;
/** Longest request, in characters of its JSON, whose answer is kept. */
const MAX_KEY_LENGTH = 20_000;
/** What an entry takes beside its text, in bytes; a character takes two. */
const ENTRY_SIZE = 500;

/** Answers to queries that come again before anything has changed, as graph-node keeps those about recent blocks. */
export interface KeptAnswers {
  /** The answer to the same request about the same state, made or being made; null when there is none. */
  find(deployment: ServedDeployment, request: GraphqlRequest): Promise<Reply> | null;
  /** Keeps an answer that is being made now, until something changes; one with errors, or for which there is no room, only until it is made. */
  keep(deployment: ServedDeployment, request: GraphqlRequest, reply: Promise<Reply>): void;
}

interface Entry {
  /** When it began to be made. */
  readonly since: number;
  readonly reply: Promise<Reply>;
  /** In bytes, 0 until it is made. */
  size: number;
}

/**
 * Answers about one state of one deployment, oldest first. An answer that was under way during a change may be about either side of it, and
 * nobody finds it any more: the next one looks among those of the next state.
 */
interface StateAnswers {
  readonly change: number;
  readonly entries: Map<string, Entry>;
  size: number;
}

function keyOf({ operationName, query, variables }: GraphqlRequest): string {
  return JSON.stringify([query, operationName, variables]);
}

function drop(state: StateAnswers, key: string): void {
  state.size -= state.entries.get(key)?.size ?? 0;
  state.entries.delete(key);
}

/** Gives an answer its size, and makes room for it among older ones. */
function settle(state: StateAnswers, key: string, entry: Entry, maxBytes: number, { body }: Reply): void {
  const size = body.length + 2 * key.length + ENTRY_SIZE;
  if (size > maxBytes) {
    drop(state, key);
    return;
  }
  entry.size = size;
  state.size += size;
  for (const oldest of state.entries.keys()) {
    if (state.size <= maxBytes) return;
    drop(state, oldest);
  }
}

/** Keeps up to `maxBytes` of answers and their questions for each deployment; 0 keeps none. */
export function createKeptAnswers(maxBytes: number): KeptAnswers {
  const states = new WeakMap<ServedDeployment, StateAnswers>();

  function stateOf(deployment: ServedDeployment): StateAnswers | null {
    const change = maxBytes === 0 ? null : deployment.changeCount();
    if (change === null) return null;
    const known = states.get(deployment);
    if (known?.change === change) return known;
    const state = { change, entries: new Map<string, Entry>(), size: 0 };
    states.set(deployment, state);
    return state;
  }

  return {
    find(deployment, request) {
      const entry = stateOf(deployment)?.entries.get(keyOf(request));
      return entry !== undefined && performance.now() - entry.since < MAX_AGE_MS ? entry.reply : null;
    },
    keep(deployment, request, reply) {
      const state = stateOf(deployment);
      const key = keyOf(request);
      if (state === null || key.length > MAX_KEY_LENGTH) return;
      drop(state, key);
      const entry: Entry = { since: performance.now(), reply, size: 0 };
      state.entries.set(key, entry);
      const isCurrent = (): boolean => state.entries.get(key) === entry;
      reply.then(
        (made) => {
          if (!isCurrent()) return;
          if (made.withErrors) drop(state, key);
          else settle(state, key, entry, maxBytes, made);
        },
        () => {
          if (isCurrent()) drop(state, key);
        },
      );
    },
  };
}
