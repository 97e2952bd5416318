import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Provenance } from "../../generated/schema";
import { PERSONAL } from "../helpers/kinds";

/**
 * Most origins that a token tells apart, none and its own included. Anybody can launch a token that earns and stake it
 * where terms allow, so that without a bound a stranger could make every later event of a token dearer.
 */
const MAX_ORIGINS: i32 = 256;

/** Place of income that has no origin. */
export const NO_ORIGIN: i32 = 0;

/** What a token's income is made of; nothing before its first income. A person's own gains have a place from the start. */
export function getOrCreateProvenance(token: Bytes, kind: string): Provenance {
  const known = Provenance.load(token);
  if (known !== null) return known;
  const provenance = new Provenance(token);
  const origins: Bytes[] = [Address.zero()];
  if (kind == PERSONAL) origins.push(token);
  provenance.token = token;
  provenance.origins = origins;
  provenance.perShare = new Array<BigInt>(origins.length).fill(BigInt.zero());
  provenance.amounts = new Array<BigInt>(origins.length).fill(BigInt.zero());
  provenance.incomePerShare = BigInt.zero();
  return provenance;
}

/** Place of an origin in `origins`, where it is added if it is new; that of none once there is no more room. */
export function placeOf(origins: Bytes[], origin: Bytes): i32 {
  for (let i = 0; i < origins.length; i++) if (origins[i] == origin) return i;
  if (origins.length >= MAX_ORIGINS) return NO_ORIGIN;
  origins.push(origin);
  return origins.length - 1;
}
