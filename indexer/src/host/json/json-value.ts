/** A `JSONValue` of graph-ts; numbers stay text, so none loses digits. */
export type JsonDocument =
  | { readonly kind: "Null" }
  | { readonly kind: "Bool"; readonly value: boolean }
  | { readonly kind: "Number" | "String"; readonly value: string }
  | { readonly kind: "Array"; readonly value: readonly JsonDocument[] }
  | { readonly kind: "Object"; readonly value: readonly (readonly [string, JsonDocument])[] };
