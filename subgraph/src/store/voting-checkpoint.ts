import { BigInt } from "@graphprotocol/graph-ts";
import { NetworkToken, VotingCheckpoint } from "../../generated/schema";
import { votingCheckpointId } from "../ids";

const HUNDRED_PERCENT = BigInt.fromI32(100);

/**
 * Notes what a quorum is from the second `time` on: that of the last change in a second holds, as in the contracts'
 * own checkpoints. The caller saves the network.
 */
export function noteQuorum(network: NetworkToken, time: BigInt): void {
  const checkpoint = checkpointOf(network, time);
  checkpoint.votableSupply = network.votableSupply;
  checkpoint.quorumPercent = network.quorumPercent;
  checkpoint.quorum = network.votableSupply.times(network.quorumPercent).div(HUNDRED_PERCENT);
  checkpoint.save();
}

/**
 * Votes that made a quorum as of the end of the second `time`, which has passed, in wei: of the last checkpoint that is
 * not later. Found by halving, so that a history of any length costs little.
 */
export function quorumAt(network: NetworkToken, time: BigInt): BigInt {
  let quorum = BigInt.zero();
  let first = 0;
  let end = network.votingCheckpointCount;
  while (first < end) {
    const middle = first + (end - first) / 2;
    const checkpoint = getCheckpoint(network, middle);
    if (checkpoint.timestamp > time) {
      end = middle;
    } else {
      quorum = checkpoint.quorum;
      first = middle + 1;
    }
  }
  return quorum;
}

/** The network's checkpoint of that second: its last one, or a new one. */
function checkpointOf(network: NetworkToken, time: BigInt): VotingCheckpoint {
  const count = network.votingCheckpointCount;
  if (count > 0) {
    const last = getCheckpoint(network, count - 1);
    if (last.timestamp == time) return last;
  }
  const checkpoint = new VotingCheckpoint(votingCheckpointId(network.id, count));
  checkpoint.network = network.id;
  checkpoint.number = count;
  checkpoint.timestamp = time;
  network.votingCheckpointCount = count + 1;
  return checkpoint;
}

function getCheckpoint(network: NetworkToken, number: i32): VotingCheckpoint {
  return assert(VotingCheckpoint.load(votingCheckpointId(network.id, number)), "A voting checkpoint is missing");
}
