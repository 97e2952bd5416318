import { MappingError } from "../../errors/mapping-error.ts";
import type { StoreEntity, StoreValue } from "../../host/store-value.ts";
import type { EntityTypeModel } from "../../schema/model.ts";
import { fromEntityKey, toEntityKey } from "../../values/entity-key.ts";
import type { EntityKey } from "../../values/value.ts";

/** The id text by which a mapping asks for a generated id. */
const AUTO = "auto";

/** Counts the generated ids of one block, over all types. */
export interface IdSequence {
  readonly block: number;
  next: number;
}

/** The key that a mapping's id text means. @throws ValueError when the text is no such id. */
export function parseKey(type: EntityTypeModel, text: string): EntityKey {
  return toEntityKey(fromEntityKey(text, type.idType), type.idType);
}

/** A generated id: block number and sequence, as one 64-bit number or 8 big-endian bytes. */
function generate(type: EntityTypeModel, sequence: IdSequence): EntityKey {
  if (type.idType === "String") {
    throw new MappingError(`The type \`${type.name}\` has String ids; only Int8 and Bytes ids can be generated.`);
  }
  const number = (BigInt(sequence.block) << 32n) + BigInt(sequence.next++);
  return type.idType === "Int8" ? number.toString() : `0x${number.toString(16).padStart(16, "0")}`;
}

function idValue(type: EntityTypeModel, key: EntityKey): StoreValue {
  return { kind: type.idType, value: fromEntityKey(key, type.idType) } as StoreValue;
}

/**
 * Settles the id of an entity that a mapping saves: generated or as given, and in agreement with its `id` attribute.
 * @throws MappingError when the attribute has another type or value.
 */
export function settleId(
  type: EntityTypeModel,
  text: string,
  data: StoreEntity,
  sequence: IdSequence,
): { readonly key: EntityKey; readonly entity: StoreEntity } {
  const withId = (key: EntityKey) => ({ key, entity: new Map(data).set("id", idValue(type, key)) });
  if (text === AUTO || type.timeseries) return withId(generate(type, sequence));
  const key = parseKey(type, text);
  const attribute = data.get("id");
  if (attribute !== undefined && attribute.kind !== "Null") {
    if (attribute.kind !== type.idType) {
      throw new MappingError(
        `Attribute \`${type.name}.id\` has wrong type: expected ${type.idType} but got ${attribute.kind}`,
      );
    }
    const given = toEntityKey(attribute.value, type.idType);
    if (given !== key) {
      throw new MappingError(
        `Value of ${type.name} attribute 'id' conflicts with ID passed to \`store.set()\`: ${given} != ${key}`,
      );
    }
    return { key, entity: data };
  }
  return withId(key);
}
