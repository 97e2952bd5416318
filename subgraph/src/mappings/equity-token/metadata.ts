import { ethereum } from "@graphprotocol/graph-ts";
import { describeToken, getEquityToken } from "../../store/equity-token";

/** The token says something else of itself from now on. */
export function recordMetadata(kind: string, event: ethereum.Event, uri: string): void {
  const token = getEquityToken(kind, event.address);
  if (token === null) return;
  describeToken(token.entity, uri, event.block.timestamp);
  token.save();
}
