import { BigInt, Bytes } from "@graphprotocol/graph-ts";
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
  network.termsCount = 0;
  initVoting(network);
  network.save();
  return network;
}

/** The network at `address`, in a handler of its governor: the registry announced both at once. */
export function getNetwork(address: Bytes): NetworkToken {
  return assert(NetworkToken.load(address), "A governor without its network");
}

/** Fills in what the governor's own events say, which come later in the transaction that forms the network. */
function initVoting(network: NetworkToken): void {
  const zero = BigInt.zero();
  network.votingDelay = zero;
  network.votingPeriod = zero;
  network.proposalThreshold = zero;
  network.quorumPercent = zero;
  network.lateQuorumExtension = zero;
  network.secondsPerDay = zero;
  network.votableSupply = zero;
  network.votingCheckpointCount = 0;
  network.proposalCount = 0;
}
