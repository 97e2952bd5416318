import { MappingError } from "../../errors/mapping-error.ts";
import type { StoreEntity } from "../../host/store-value.ts";
import type { EntityTypeModel, SchemaModel } from "../../schema/model.ts";
import { fromEntityKey } from "../../values/entity-key.ts";
import type { EntityData, EntityKey } from "../../values/value.ts";
import { isStored } from "../../values/value-type.ts";
import { entityType, storedField, toEntityData, toStoreEntity } from "./entity-fields.ts";
import { type IdSequence, parseKey, settleId } from "./entity-id.ts";
import { type EntityReader, sameId } from "./entity-reader.ts";
import { applyOperation, combine, type Operation } from "./operation.ts";
import { entityProblem } from "./validate-entity.ts";

/** First apiVersion (0.0.x) that refuses unknown fields instead of dropping them. */
const STRICT_FIELDS_SINCE = 8;

/** What was done to one entity in a block. */
export interface TouchedEntity {
  readonly type: EntityTypeModel;
  readonly key: EntityKey;
  readonly operation: Operation;
  /** Number of its last save among the saves of the block, from 0; null when it was removed since. */
  readonly saved: number | null;
}

type Layer = Map<string, TouchedEntity>;

/** Entities during one block: what the store holds, what earlier handlers of the block did, and what the running one did. */
export interface BlockEntities {
  get(typeName: string, id: string): StoreEntity | null;
  /** Only what was written in this block: an updated entity has only the fields that were set. */
  getInBlock(typeName: string, id: string): StoreEntity | null;
  /** Entities that point back through the `@derivedFrom` field, by id. */
  loadRelated(typeName: string, id: string, fieldName: string): readonly StoreEntity[];
  set(typeName: string, id: string, data: StoreEntity, apiPatch: number): void;
  remove(typeName: string, id: string): void;
  /** Keeps what the running handler did. */
  commitHandler(): void;
  /** Forgets what the running handler did. */
  discardHandler(): void;
  /** In the order in which entities were first touched. */
  touched(): readonly TouchedEntity[];
  /** How many saves there were. */
  saves(): number;
}

const fieldNames = new WeakMap<EntityTypeModel, ReadonlySet<string>>();

function fieldNamesOf(type: EntityTypeModel): ReadonlySet<string> {
  const names = fieldNames.get(type) ?? new Set(type.fields.map((field) => field.name));
  fieldNames.set(type, names);
  return names;
}

function refuseUnknownFields(type: EntityTypeModel, data: StoreEntity, apiPatch: number): StoreEntity {
  const names = fieldNamesOf(type);
  const unknown: string[] = [];
  for (const name of data.keys()) if (!names.has(name)) unknown.push(name);
  if (unknown.length === 0) return data;
  if (apiPatch < STRICT_FIELDS_SINCE) return new Map([...data].filter(([name]) => names.has(name)));
  unknown.sort();
  throw new MappingError(
    `Attempted to set undefined fields [${unknown.join(", ")}] for the entity type \`${type.name}\`. ` +
      "Make sure those fields are defined in the schema.",
  );
}

/** A data point with the time of its block. */
function timed(entity: StoreEntity, { timestamp }: { readonly timestamp: number }): StoreEntity {
  return new Map(entity).set("timestamp", { kind: "Timestamp", value: BigInt(timestamp) * 1_000_000n });
}

/** Orders entity keys as graph-node does: numbers by value, bytes and strings byte by byte. */
function compareKeys(type: EntityTypeModel, left: EntityKey, right: EntityKey): number {
  if (type.idType === "Int8") return BigInt(left) < BigInt(right) ? -1 : 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** The type and field that a `@derivedFrom` field collects. */
function childOf(schema: SchemaModel, type: EntityTypeModel, id: string, fieldName: string) {
  const place = `Entity ${type.name}[${id}]`;
  const field = type.fields.find((item) => item.name === fieldName);
  if (field === undefined) throw new MappingError(`${place}: unknown field \`${fieldName}\``);
  if (field.derivedFrom === null || isStored(field)) {
    throw new MappingError(`${place}: field \`${fieldName}\` is not derived`);
  }
  const child = schema.entities.get(field.base.name);
  const back = child === undefined ? undefined : storedField(child, field.derivedFrom);
  if (child !== undefined && back !== undefined) return { child, back };
  throw new MappingError(`${place}: field \`${fieldName}\` collects an interface, which cannot be loaded`);
}

/** Starts a block. `timestamp` is its time in Unix seconds. */
export function createBlockEntities(
  schema: SchemaModel,
  reader: Pick<EntityReader, "current" | "keysBy">,
  block: { readonly number: number; readonly timestamp: number },
): BlockEntities {
  const blockLayer: Layer = new Map();
  let handlerLayer: Layer = new Map();
  const sequence: IdSequence = { block: block.number, next: 0 };
  let sequenceBefore = 0;
  let saves = 0;
  let savesBefore = 0;

  const idOf = (type: EntityTypeModel, key: EntityKey) => `${type.name}\0${key}`;

  /** The entity after the block so far, on top of what `base` says. */
  function stateOn(base: () => EntityData | null, type: EntityTypeModel, key: EntityKey): EntityData | null {
    const id = idOf(type, key);
    const before = () => applyOperation(base, blockLayer.get(id)?.operation);
    return applyOperation(before, handlerLayer.get(id)?.operation);
  }

  function state(type: EntityTypeModel, key: EntityKey): EntityData | null {
    return stateOn(() => reader.current(type.name, key), type, key);
  }

  function record(type: EntityTypeModel, key: EntityKey, operation: Operation): void {
    const id = idOf(type, key);
    const saved = operation.kind === "remove" ? null : saves++;
    handlerLayer.set(id, { type, key, operation: combine(handlerLayer.get(id)?.operation, operation), saved });
  }

  /** Partial data may lack required fields that the entity already has; then the whole counts. */
  function validate(type: EntityTypeModel, key: EntityKey, entity: StoreEntity): void {
    if (entityProblem(type, key, entity) === null) return;
    const stored = state(type, key);
    const merged = new Map([...(stored === null ? [] : toStoreEntity(type, stored)), ...entity]);
    const problem = entityProblem(type, key, merged);
    if (problem !== null) throw new MappingError(problem);
  }

  function found(type: EntityTypeModel, data: EntityData | null): StoreEntity | null {
    return data === null ? null : toStoreEntity(type, data);
  }

  return {
    get(typeName, id) {
      const type = entityType(schema, typeName, "get");
      return found(type, state(type, parseKey(type, id)));
    },
    getInBlock(typeName, id) {
      const type = entityType(schema, typeName, "get");
      const key = parseKey(type, id);
      const touched = blockLayer.has(idOf(type, key)) || handlerLayer.has(idOf(type, key));
      return touched
        ? found(
            type,
            stateOn(() => null, type, key),
          )
        : null;
    },
    loadRelated(typeName, id, fieldName) {
      const type = entityType(schema, typeName, "get");
      const { child, back } = childOf(schema, type, id, fieldName);
      const parent = fromEntityKey(parseKey(type, id), type.idType);
      const keys = new Set(back.list ? [] : reader.keysBy(child.name, back.name, parent));
      for (const layer of [blockLayer, handlerLayer]) {
        for (const touched of layer.values()) if (touched.type === child) keys.add(touched.key);
      }
      return [...keys]
        .sort((left, right) => compareKeys(child, left, right))
        .map((key) => state(child, key))
        .filter((data) => data !== null && sameId(data.get(back.name) ?? null, parent))
        .map((data) => toStoreEntity(child, data ?? new Map()));
    },
    set(typeName, id, data, apiPatch) {
      const type = entityType(schema, typeName, "set");
      const { key, entity } = settleId(type, id, data, sequence);
      const checked = refuseUnknownFields(type, type.timeseries ? timed(entity, block) : entity, apiPatch);
      validate(type, key, checked);
      record(type, key, { kind: "update", data: toEntityData(checked) });
    },
    remove(typeName, id) {
      const type = entityType(schema, typeName, "remove");
      record(type, parseKey(type, id), { kind: "remove" });
    },
    commitHandler() {
      for (const [id, { type, key, operation, saved }] of handlerLayer) {
        blockLayer.set(id, { type, key, operation: combine(blockLayer.get(id)?.operation, operation), saved });
      }
      handlerLayer = new Map();
      sequenceBefore = sequence.next;
      savesBefore = saves;
    },
    discardHandler() {
      handlerLayer = new Map();
      sequence.next = sequenceBefore;
      saves = savesBefore;
    },
    touched: () => [...blockLayer.values()],
    saves: () => saves,
  };
}
