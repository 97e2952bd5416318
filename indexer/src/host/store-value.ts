import type { BigDecimalValue } from "../values/value.ts";

/** A `store.Value` of graph-ts: a value that knows its kind, as mappings read and write entity fields. */
export type StoreValue =
  | { readonly kind: "String"; readonly value: string }
  | { readonly kind: "Int"; readonly value: number }
  | { readonly kind: "BigDecimal"; readonly value: BigDecimalValue }
  | { readonly kind: "Boolean"; readonly value: boolean }
  | { readonly kind: "Array"; readonly value: readonly StoreValue[] }
  | { readonly kind: "Null"; readonly value: null }
  | { readonly kind: "Bytes"; readonly value: Uint8Array }
  | { readonly kind: "BigInt"; readonly value: bigint }
  | { readonly kind: "Int8"; readonly value: bigint }
  | { readonly kind: "Timestamp"; readonly value: bigint };

/** An entity as mappings see it: fields by name. */
export type StoreEntity = ReadonlyMap<string, StoreValue>;
