import { MappingError } from "../../errors/mapping-error.ts";
import type { EntityTypeModel, SchemaModel } from "../../schema/model.ts";
import type { EntityChange } from "../../store/store.ts";
import { formatBigDecimal, parseBigDecimal } from "../../values/big-decimal.ts";
import { isBigDecimal } from "../../values/sql-text.ts";
import type { EntityData, EntityKey, Value } from "../../values/value.ts";
import { isStored } from "../../values/value-type.ts";
import { MissingAnswer } from "../missing-answer.ts";
import type { TouchedEntity } from "./block-entities.ts";
import type { EntityReader } from "./entity-reader.ts";
import { applyOperation } from "./operation.ts";

type ReaderOfBlock = Pick<EntityReader, "current" | "load">;

function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (left instanceof Uint8Array || right instanceof Uint8Array) {
    return left instanceof Uint8Array && right instanceof Uint8Array && Buffer.compare(left, right) === 0;
  }
  if ("digits" in left || "digits" in right) {
    return "digits" in left && "digits" in right && left.digits === right.digits && left.exponent === right.exponent;
  }
  return left.length === right.length && left.every((element, index) => sameValue(element, right[index] ?? null));
}

function sameData(left: EntityData, right: EntityData): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) if (!sameValue(value, right.get(name) ?? null)) return false;
  return true;
}

/**
 * A value as it will be read from the store. Negative decimals beyond 35 digits lose their last digit on the way, as in graph-node:
 * whether an entity is still in memory must not tell.
 */
function asStored(value: Value): Value {
  if (Array.isArray(value)) {
    const elements = (value as readonly Value[]).map(asStored);
    return elements.some((element, index) => element !== value[index]) ? elements : value;
  }
  if (!isBigDecimal(value) || value.digits >= 0n || value.exponent <= 0) return value;
  return parseBigDecimal(formatBigDecimal(value));
}

/** Copies nothing where nothing changes. */
function dataAsStored(data: EntityData): EntityData {
  let changed: Map<string, Value> | null = null;
  for (const [name, value] of data) {
    const stored = asStored(value);
    if (stored === value) continue;
    changed ??= new Map(data);
    changed.set(name, stored);
  }
  return changed ?? data;
}

/** Refuses what a database with constraints would: required fields set to null, and names that are no enum value. */
function assertStorable(schema: SchemaModel, type: EntityTypeModel, key: EntityKey, data: EntityData): void {
  for (const field of type.fields) {
    if (!isStored(field)) continue;
    const value = data.get(field.name) ?? null;
    if (value === null && field.nonNull) {
      throw new MappingError(
        `can not insert entity ${type.name}[${key}] since value for non-nullable attribute ${field.name} is missing. ` +
          "To fix this, mark the attribute as nullable in the GraphQL schema or change the mapping code to always set this attribute.",
      );
    }
    if (value === null || field.base.kind !== "enum") continue;
    const names = schema.enums.get(field.base.name)?.values.map((item) => item.name) ?? [];
    const wrong = (field.list ? (value as readonly Value[]) : [value]).find((item) => !names.includes(String(item)));
    if (wrong !== undefined) {
      throw new MappingError(
        `Entity ${type.name}[${key}]: "${String(wrong)}" for field \`${field.name}\` is none of the values of ` +
          `${field.base.name}: ${names.join(", ")}`,
      );
    }
  }
}

/** Immutable types are inserted without looking; the store refuses a second insert. */
function isInsert({ type, operation }: TouchedEntity): boolean {
  return type.immutable && !type.skipDuplicates && operation.kind !== "remove";
}

function changeOf(schema: SchemaModel, reader: ReaderOfBlock, touched: TouchedEntity): EntityChange | null {
  const { type, key, operation, saved } = touched;
  const stored = isInsert(touched) ? null : reader.current(type.name, key);
  // The first version stays, in memory as in the store.
  if (type.skipDuplicates && stored !== null && operation.kind !== "remove") return null;
  const result = applyOperation(() => stored, operation);
  const data = result === null ? null : dataAsStored(result);
  if (data === null) return stored === null ? null : { kind: "remove", type: type.name, key };
  assertStorable(schema, type, key, data);
  if (stored !== null && sameData(stored, data)) return null;
  return { kind: "set", type: type.name, key, data, ...(saved === null ? {} : { saved }) };
}

/** Loads, one request a type, what `read` still misses. */
async function loadMissing(reader: ReaderOfBlock, touched: readonly TouchedEntity[]): Promise<void> {
  const missing = new Map<string, EntityKey[]>();
  for (const entity of touched) {
    if (isInsert(entity)) continue;
    const { type, key } = entity;
    try {
      reader.current(type.name, key);
    } catch (error) {
      if (!(error instanceof MissingAnswer)) throw error;
      const keys = missing.get(type.name) ?? [];
      keys.push(key);
      missing.set(type.name, keys);
    }
  }
  for (const [type, keys] of missing) await reader.load(type, keys);
}

/**
 * What a block changed in the store: the last state of every touched entity that differs from the stored one.
 * @throws MappingError when an entity cannot be stored.
 */
export async function finishBlock(
  schema: SchemaModel,
  reader: ReaderOfBlock,
  touched: readonly TouchedEntity[],
): Promise<readonly EntityChange[]> {
  await loadMissing(reader, touched);
  return touched.map((entity) => changeOf(schema, reader, entity)).filter((change) => change !== null);
}
