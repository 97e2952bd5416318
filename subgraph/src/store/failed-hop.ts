import { HopFailed } from "../../generated/Settlement/Settlement";
import { FailedHop } from "../../generated/schema";
import { selectorOf } from "../helpers/selector";
import { factId } from "../ids";

/** Records a harvest or claim that a settlement passed over. */
export function createFailedHop(event: HopFailed): FailedHop {
  const failed = new FailedHop(factId(event));
  failed.hop = event.params.hop;
  failed.reason = event.params.reason;
  failed.selector = selectorOf(event.params.reason);
  failed.block = event.block.number;
  failed.timestamp = event.block.timestamp;
  failed.transaction = event.transaction.hash;
  failed.save();
  return failed;
}
