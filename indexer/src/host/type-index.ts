/**
 * Indices that graph-node and graph-ts agree on; a module's `id_of_type(index)` turns one into its own class id.
 * Only what an EVM host writes is listed.
 */
export const TYPE_INDEX = {
  string: 0,
  arrayBuffer: 1,
  uint8Array: 6,
  bigDecimal: 12,
  arrayEthereumValue: 15,
  arrayStoreValue: 16,
  arrayJsonValue: 17,
  arrayEventParam: 19,
  arrayJsonMapEntry: 20,
  arrayMapEntry: 21,
  eventParam: 23,
  transaction: 24,
  block: 25,
  call: 26,
  wrappedBool: 28,
  wrappedJsonValue: 29,
  ethereumValue: 30,
  storeValue: 31,
  jsonValue: 32,
  event: 33,
  mapEntry: 34,
  jsonMapEntry: 35,
  entity: 36,
  jsonMap: 37,
  resultJsonValue: 40,
  transactionReceipt: 1000,
  log: 1001,
  arrayBytes: 1002,
  arrayLog: 1003,
  arrayEntity: 1004,
  yamlValue: 5500,
  yamlTaggedValue: 5501,
  yamlMapEntry: 5502,
  yamlMap: 5503,
  arrayYamlValue: 5504,
  arrayYamlMapEntry: 5505,
  wrappedYamlValue: 5506,
  resultYamlValue: 5507,
} as const;

/** One of the indices of {@link TYPE_INDEX}. */
export type TypeIndex = (typeof TYPE_INDEX)[keyof typeof TYPE_INDEX];
