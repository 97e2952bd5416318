import { Address, Bytes, DataSourceContext, dataSource } from "@graphprotocol/graph-ts";

const NETWORK = "network";

/** What a governor's data source is told when the registry makes it: whose members vote there. */
export function governorContextOf(network: Address): DataSourceContext {
  const context = new DataSourceContext();
  context.setBytes(NETWORK, network);
  return context;
}

/** The network of the governor whose event is being handled. */
export function networkOfGovernor(): Bytes {
  return dataSource.context().getBytes(NETWORK);
}
