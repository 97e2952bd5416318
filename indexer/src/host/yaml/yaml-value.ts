/** A `YAMLValue` of graph-ts; numbers are text. */
export type YamlDocument =
  | { readonly kind: "Null" }
  | { readonly kind: "Bool"; readonly value: boolean }
  | { readonly kind: "Number" | "String"; readonly value: string }
  | { readonly kind: "Array"; readonly value: readonly YamlDocument[] }
  | { readonly kind: "Object"; readonly value: readonly (readonly [YamlDocument, YamlDocument])[] }
  /** The tag begins with `!`. */
  | { readonly kind: "Tagged"; readonly tag: string; readonly value: YamlDocument };
