import type { EntityChange, Store } from "../../store/store.ts";
import { toEntityKey } from "../../values/entity-key.ts";
import type { EntityData, EntityKey, Value } from "../../values/value.ts";
import { MissingAnswer } from "../missing-answer.ts";
import { createIdFilter } from "./id-filter.ts";

/** Entities kept in memory beyond the current batch, oldest use out first. */
const MAX_RECENT = 50_000;

/** Entities by type and key; null is an entity known to be absent. */
type Overlay = Map<string, Map<EntityKey, EntityData | null>>;

/** Entities as of the last processed block, whether it is committed yet or not. */
export interface EntityReader {
  /** @throws MissingAnswer when the store has to be asked. */
  current(type: string, key: EntityKey): EntityData | null;
  /**
   * Keys of the entities whose `field` equals `value`.
   * @throws MissingAnswer when the store has to be asked.
   */
  keysBy(type: string, field: string, value: Value): readonly EntityKey[];
  /** Brings entities into memory until {@link EntityReader.endBlock}. */
  load(type: string, keys: readonly EntityKey[]): Promise<void>;
  /** Takes over what a processed block changed. */
  apply(changes: readonly EntityChange[]): void;
  /** Lets go of what was loaded for one block. */
  endBlock(): void;
  /** Says, between two blocks, that everything applied is on its way to the store; what was before must have arrived. */
  committing(): void;
  /** Says that what was on its way has arrived in the store. */
  committed(): void;
}

/** Whether two stored values are the same id. */
export function sameId(left: Value, right: Value): boolean {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right) === 0;
  return left === right;
}

/** Remembers the `MAX_RECENT` entities used last. */
function createRecent() {
  const entries = new Map<string, EntityData | null>();
  return {
    get(id: string): EntityData | null | undefined {
      const data = entries.get(id);
      if (data === undefined) return undefined;
      entries.delete(id);
      entries.set(id, data);
      return data;
    },
    set(id: string, data: EntityData | null): void {
      entries.delete(id);
      entries.set(id, data);
      if (entries.size <= MAX_RECENT) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        return;
      }
    },
  };
}

/** Ids are joined with a character that strings from mappings cannot hold. */
function idOf(type: string, key: EntityKey): string {
  return `${type}\0${key}`;
}

function put(overlay: Overlay, type: string, key: EntityKey, data: EntityData | null): void {
  const entities = overlay.get(type) ?? new Map<EntityKey, EntityData | null>();
  overlay.set(type, entities.set(key, data));
}

/** Reads through memory from `store`. `empty` says that the store holds nothing yet, which saves asking it for absent entities. */
export function createEntityReader(store: Store, empty: boolean): EntityReader {
  const recent = createRecent();
  /** What was applied since the last commit began. */
  let pending: Overlay = new Map();
  /**
   * What the last commit wrote. It stays in view until the commit is through and the block that was being processed then has
   * ended: what that block has found in the store may be older.
   */
  let underWay: Overlay = new Map();
  let hasArrived = true;
  let pinned: Overlay = new Map();
  let found = new Map<string, readonly EntityKey[]>();
  const existing = createIdFilter();
  /**
   * Types that mappings read, and whether `existing` has all their ids: with a store that was empty at first, it has those of types
   * that were read before anything was written. The others, such as logs of events, need no memory.
   */
  const read = new Map<string, boolean>();
  const written = new Set<string>();

  function isKnownAbsent(type: string, id: string): boolean {
    const complete = read.get(type) ?? (empty && !written.has(type));
    read.set(type, complete);
    return complete && !existing.mayHave(id);
  }

  async function load(type: string, keys: readonly EntityKey[]): Promise<void> {
    const entities = await store.getMany(type, keys);
    for (const key of keys) {
      const data = entities.get(key) ?? null;
      put(pinned, type, key, data);
      recent.set(idOf(type, key), data);
    }
  }

  async function find(type: string, field: string, value: Value, question: string): Promise<void> {
    const entities = await store.findBy(type, field, value);
    found.set(
      question,
      entities.map((entity) => entity.key),
    );
    for (const { key, data } of entities) put(pinned, type, key, data);
  }

  /** Remembers as recent what the store holds by now. */
  function releaseArrived(): void {
    for (const [type, entities] of underWay) {
      if (!read.has(type)) continue;
      for (const [key, data] of entities) recent.set(idOf(type, key), data);
    }
    underWay = new Map();
  }

  return {
    load,
    current(type, key) {
      const newest = pending.get(type)?.get(key);
      const waiting = newest === undefined ? underWay.get(type)?.get(key) : newest;
      if (waiting !== undefined) return waiting;
      const id = idOf(type, key);
      const loaded = pinned.get(type)?.get(key);
      // Null says that there is none.
      const held = loaded === undefined ? recent.get(id) : loaded;
      if (held !== undefined) return held;
      if (isKnownAbsent(type, id)) return null;
      throw new MissingAnswer(() => load(type, [key]));
    },
    keysBy(type, field, value) {
      const question = `${idOf(type, field)}\0${typeof value === "string" ? value : toEntityKeyText(value)}`;
      const stored = found.get(question);
      if (stored === undefined) throw new MissingAnswer(() => find(type, field, value, question));
      const keys = new Set(stored);
      for (const overlay of [underWay, pending]) {
        for (const [key, data] of overlay.get(type) ?? []) {
          if (data !== null && sameId(data.get(field) ?? null, value)) keys.add(key);
          else keys.delete(key);
        }
      }
      return [...keys];
    },
    apply(changes) {
      for (const change of changes) {
        // What a file's handler wrote is for queries only.
        if (change.kind === "set" && change.region !== undefined) continue;
        put(pending, change.type, change.key, change.kind === "set" ? change.data : null);
        written.add(change.type);
        if (read.get(change.type) === true) existing.add(idOf(change.type, change.key));
      }
    },
    endBlock() {
      pinned = new Map();
      found = new Map();
      if (hasArrived) releaseArrived();
    },
    committing() {
      releaseArrived();
      underWay = pending;
      pending = new Map();
      hasArrived = false;
    },
    committed() {
      hasArrived = true;
    },
  };
}

function toEntityKeyText(value: Value): string {
  return toEntityKey(value, value instanceof Uint8Array ? "Bytes" : "Int8");
}
