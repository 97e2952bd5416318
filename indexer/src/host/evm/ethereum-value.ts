/** An `ethereum.Value` of graph-ts: an ABI value that knows its kind. */
export type EthereumValue =
  | { readonly kind: "Address" | "FixedBytes" | "Bytes"; readonly value: Uint8Array }
  | { readonly kind: "Int" | "Uint"; readonly value: bigint }
  | { readonly kind: "Bool"; readonly value: boolean }
  | { readonly kind: "String"; readonly value: string }
  | { readonly kind: "FixedArray" | "Array" | "Tuple"; readonly value: readonly EthereumValue[] };
