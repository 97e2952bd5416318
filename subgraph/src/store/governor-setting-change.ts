import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { GovernorSettingChange } from "../../generated/schema";
import { factId } from "../ids";

/** Records that a setting of the network's governor was set. */
export function createSettingChange(
  event: ethereum.Event,
  network: Bytes,
  setting: string,
  before: BigInt,
  after: BigInt,
): GovernorSettingChange {
  const change = new GovernorSettingChange(factId(event));
  change.network = network;
  change.setting = setting;
  change.before = before;
  change.after = after;
  change.block = event.block.number;
  change.timestamp = event.block.timestamp;
  change.transaction = event.transaction.hash;
  change.save();
  return change;
}
