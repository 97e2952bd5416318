import { BigInt } from "@graphprotocol/graph-ts";
import { PersonalTokenLaunched } from "../../generated/EquityRegistry/EquityRegistry";
import { PersonalToken } from "../../generated/schema";
import { initEquityToken } from "./equity-token";

/** A personal token as launched; its shares come with the transfer that issues them. */
export function createPersonalToken(event: PersonalTokenLaunched): PersonalToken {
  const params = event.params;
  const token = new PersonalToken(params.token);
  initEquityToken(token, params.name, params.symbol, params.contractURI, event);
  token.person = params.person;
  token.totalRealized = BigInt.zero();
  token.transfersOpen = params.open;
  token.disputeCount = 0;
  token.save();
  return token;
}
