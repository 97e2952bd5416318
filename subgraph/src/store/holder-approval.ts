import { HolderApproval, HolderApprovalChange } from "../../generated/schema";
import { HolderApproved } from "../../generated/templates/PersonalToken/PersonalToken";
import { factId, holderApprovalId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Whether the holder may receive shares from here on. */
export function setHolderApproval(event: HolderApproved): HolderApproval {
  const params = event.params;
  const approval = new HolderApproval(holderApprovalId(event.address, params.holder));
  approval.token = event.address;
  approval.holder = getOrCreateAccount(params.holder).id;
  approval.approved = params.approved;
  approval.updatedAt = event.block.timestamp;
  approval.save();
  return approval;
}

/** Records that the person let a holder in, or withdrew that. */
export function createHolderApprovalChange(event: HolderApproved): HolderApprovalChange {
  const params = event.params;
  const change = new HolderApprovalChange(factId(event));
  change.token = event.address;
  change.holder = getOrCreateAccount(params.holder).id;
  change.approved = params.approved;
  change.block = event.block.number;
  change.timestamp = event.block.timestamp;
  change.transaction = event.transaction.hash;
  change.save();
  return change;
}
