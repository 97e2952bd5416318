import type { EntityData, EntityKey } from "../values/value.ts";
import type { BlockChanges, EntityChange } from "./store.ts";
import { StoreError } from "./store-error.ts";

/** First number that a block's first write adds to `block << 32` to make a version's `vid`, as in graph-node. */
const FIRST_SEQUENCE = 100;

/** A version that a batch of blocks leaves behind. */
export interface NewVersion {
  readonly key: EntityKey;
  readonly data: EntityData;
  /** Causality region, 0 for what comes from the chain. */
  readonly region: number;
  readonly vid: bigint;
  /** Block of the write. */
  readonly from: number;
  /** Block of the next write of the same entity in the batch, null while current. */
  to: number | null;
}

/** What a batch does to one table. */
export interface TableWrite {
  /** For each entity of the batch the block of its first write, which ends its stored version. */
  readonly closes: Map<EntityKey, number>;
  readonly versions: NewVersion[];
}

/** Sorts a batch's changes by entity type and gives each version the block range it is valid in. */
export function planVersions(blocks: readonly BlockChanges[]): ReadonlyMap<string, TableWrite> {
  const writes = new Map<string, TableWrite>();
  const open = new Map<string, Map<EntityKey, NewVersion>>();
  for (const { block, changes } of blocks) {
    const firstVid = (BigInt(block.number) << 32n) + BigInt(FIRST_SEQUENCE);
    changes.forEach((change, index) => {
      const write = getOrCreate(writes, change.type, () => ({ closes: new Map(), versions: [] }));
      const current = getOrCreate(open, change.type, () => new Map<EntityKey, NewVersion>());
      const region = regionOf(change);
      const identity = identityOf(change.key, region);
      const previous = current.get(identity);
      if (previous?.from === block.number) {
        throw new StoreError(
          `block ${block.number} changes ${change.type}[${change.key}] twice: merge its changes first`,
        );
      }
      if (previous !== undefined) previous.to = block.number;
      if (region === 0 && !write.closes.has(change.key)) write.closes.set(change.key, block.number);
      if (change.kind === "remove") {
        current.delete(identity);
        return;
      }
      const version = {
        key: change.key,
        data: change.data,
        region,
        vid: firstVid + BigInt(change.saved ?? index),
        from: block.number,
        to: null,
      };
      write.versions.push(version);
      current.set(identity, version);
    });
  }
  return writes;
}

function regionOf(change: EntityChange): number {
  return change.kind === "set" ? (change.region ?? 0) : 0;
}

/** A file's handler runs once and sees nothing of others, so its entities never follow one another. */
function identityOf(key: EntityKey, region: number): string {
  return region === 0 ? key : `${region}\0${key}`;
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = create();
  map.set(key, created);
  return created;
}
