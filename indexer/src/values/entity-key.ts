import type { IdType } from "../schema/model.ts";
import { parseBigInt } from "./big-int.ts";
import { bytesToHex, hexToBytes } from "./bytes.ts";
import type { EntityKey, Value } from "./value.ts";
import { ValueError } from "./value-error.ts";

/** The canonical text of an id value; throws `ValueError` when the value is not of the id's type. */
export function toEntityKey(value: Value, idType: IdType): EntityKey {
  if (idType === "Bytes" && value instanceof Uint8Array) return bytesToHex(value);
  if (idType === "Int8" && typeof value === "bigint") return value.toString();
  if (idType === "String" && typeof value === "string") return value;
  throw new ValueError(
    `an id of type ${idType} cannot be made of ${value instanceof Uint8Array ? "Bytes" : typeof value}`,
  );
}

/** The id value that a canonical text stands for; throws `ValueError` on text that is no such id. */
export function fromEntityKey(key: EntityKey, idType: IdType): string | bigint | Uint8Array {
  if (idType === "Bytes") return hexToBytes(key);
  return idType === "Int8" ? parseInt8(key) : key;
}

/** Refuses what no column of the type holds: the database would, but could not say whose id it is. */
function parseInt8(text: string): bigint {
  const value = parseBigInt(text);
  if (BigInt.asIntN(64, value) === value) return value;
  throw new ValueError(`\`${text}\` is no id of type Int8, which has 64 bits`);
}
