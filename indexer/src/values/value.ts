/** A decimal number `digits × 10^exponent`, normalised: no trailing zero in `digits`, and 0 is `{ digits: 0n, exponent: 0 }`. */
export interface BigDecimalValue {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * A value as handlers, store and queries pass it on, by the schema type of its field:
 * `ID`, `String`, enums and references to `String` ids: string; `Bytes` and references to `Bytes` ids: Uint8Array; `Int`: number;
 * `Int8`, `Timestamp` (microseconds) and `BigInt`: bigint; `BigDecimal`: BigDecimalValue; `Boolean`: boolean; lists: arrays of these.
 */
export type Value = null | string | number | bigint | boolean | Uint8Array | BigDecimalValue | readonly Value[];

/** Stored (not derived) fields of one entity; a missing key means "not set", which reads as null. */
export type EntityData = ReadonlyMap<string, Value>;

/** An entity's id in canonical text: the string itself, `0x…` in lower case for Bytes, decimal for Int8. */
export type EntityKey = string;
