import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Protocol } from "../../generated/schema";
import { registryOfToken } from "../helpers/registry-context";

/** Starts the protocol's row: nothing launched yet. */
export function createProtocol(registry: Bytes, currency: Bytes, poolFactory: Bytes): Protocol {
  const protocol = new Protocol(registry);
  protocol.registry = registry;
  protocol.currency = currency;
  protocol.currencyDecimals = 0;
  protocol.poolFactory = poolFactory;
  protocol.personalTokenCount = 0;
  protocol.networkTokenCount = 0;
  protocol.holderCount = 0;
  protocol.totalRealized = BigInt.zero();
  protocol.totalIncome = BigInt.zero();
  protocol.totalClaimed = BigInt.zero();
  return protocol;
}

/** The protocol's row. The registry's first event makes it; without that, indexing began too late to be right. */
export function getProtocol(registry: Bytes): Protocol {
  return assert(Protocol.load(registry), "No protocol: startBlock is after the registry's deployment");
}

/** The protocol's row, from a handler of a token's event. */
export function getProtocolOfToken(): Protocol {
  return getProtocol(registryOfToken());
}
