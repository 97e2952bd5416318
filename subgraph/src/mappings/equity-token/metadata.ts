import { Address } from "@graphprotocol/graph-ts";
import { describeToken, getEquityToken } from "../../store/equity-token";

/** The token says something else of itself from now on. */
export function recordMetadata(kind: string, address: Address, uri: string): void {
  const token = getEquityToken(kind, address);
  if (token === null) return;
  describeToken(token.entity, uri);
  token.save();
}
