import { Address, Bytes, DataSourceContext, dataSource } from "@graphprotocol/graph-ts";

const REGISTRY = "registry";

/** What a token's data source is told when the registry makes it: which registry that was. */
export function contextOf(registry: Address): DataSourceContext {
  const context = new DataSourceContext();
  context.setBytes(REGISTRY, registry);
  return context;
}

/** The registry that made the token whose event is being handled. */
export function registryOfToken(): Bytes {
  return dataSource.context().getBytes(REGISTRY);
}
