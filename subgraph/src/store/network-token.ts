import { NetworkFormed } from "../../generated/EquityRegistry/EquityRegistry";
import { NetworkToken } from "../../generated/schema";
import { initEquityToken } from "./equity-token";

/** A network as formed: founders are named, nobody has staked yet. */
export function createNetworkToken(event: NetworkFormed): NetworkToken {
  const params = event.params;
  const network = new NetworkToken(params.network);
  initEquityToken(network, params.name, params.symbol, params.contractURI, event);
  network.creator = params.creator;
  network.governor = params.governor;
  network.founded = false;
  network.foundingEnds = params.foundingEnds;
  network.founderCount = params.founders.toI32();
  network.memberCount = 0;
  network.save();
  return network;
}
