import type { EntityData, Value } from "../../values/value.ts";

/** What a handler did to one entity: changed some fields, replaced it, or removed it. A null field is cleared. */
export type Operation =
  | { readonly kind: "update"; readonly data: EntityData }
  | { readonly kind: "overwrite"; readonly data: EntityData }
  | { readonly kind: "remove" };

/** `older` with the fields of `newer` over it, nulls included. */
export function mergeFields(older: EntityData, newer: EntityData): EntityData {
  return new Map<string, Value>([...older, ...newer]);
}

/** Without null fields: a field that is not there reads as null. */
export function withoutNulls(data: EntityData): EntityData {
  return new Map([...data].filter(([, value]) => value !== null));
}

/** The entity after `operation`, given what it was before; null is no entity. */
export function applyOperation(before: () => EntityData | null, operation: Operation | undefined): EntityData | null {
  if (operation === undefined) return before();
  if (operation.kind === "remove") return null;
  if (operation.kind === "overwrite") return withoutNulls(operation.data);
  return withoutNulls(mergeFields(before() ?? new Map(), operation.data));
}

/** One operation that does what `first` and then `second` do. Fields from before a removal never come back. */
export function combine(first: Operation | undefined, second: Operation): Operation {
  if (first === undefined || second.kind !== "update") return second;
  if (first.kind === "remove") return { kind: "overwrite", data: second.data };
  return { kind: first.kind, data: mergeFields(first.data, second.data) };
}
