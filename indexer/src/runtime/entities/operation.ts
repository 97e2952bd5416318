import type { EntityData, Value } from "../../values/value.ts";

/** What a handler did to one entity: changed some fields, replaced it, or removed it. A null field is cleared. */
export type Operation =
  | { readonly kind: "update"; readonly data: EntityData }
  | { readonly kind: "overwrite"; readonly data: EntityData }
  | { readonly kind: "remove" };

/** `older` with the fields of `newer` over it, nulls included. */
export function mergeFields(older: EntityData, newer: EntityData): EntityData {
  const merged = new Map(older);
  for (const [name, value] of newer) merged.set(name, value);
  return merged;
}

/** Without null fields: a field that is not there reads as null. Copies nothing where there are none. */
export function withoutNulls(data: EntityData): EntityData {
  let copy: Map<string, Value> | null = null;
  for (const [name, value] of data) {
    if (value !== null) continue;
    copy ??= new Map(data);
    copy.delete(name);
  }
  return copy ?? data;
}

/** The entity after `operation`, given what it was before; null is no entity. */
export function applyOperation(before: () => EntityData | null, operation: Operation | undefined): EntityData | null {
  if (operation === undefined) return before();
  if (operation.kind === "remove") return null;
  const stored = operation.kind === "overwrite" ? null : before();
  return withoutNulls(stored === null ? operation.data : mergeFields(stored, operation.data));
}

/** One operation that does what `first` and then `second` do. Fields from before a removal never come back. */
export function combine(first: Operation | undefined, second: Operation): Operation {
  if (first === undefined || second.kind !== "update") return second;
  if (first.kind === "remove") return { kind: "overwrite", data: second.data };
  return { kind: first.kind, data: mergeFields(first.data, second.data) };
}
