import { DepositPermission, DepositPermissionChange } from "../../generated/schema";
import { DepositAllowed } from "../../generated/templates/PersonalToken/PersonalToken";
import { depositPermissionId, factId } from "../ids";

/** Whether anybody may send shares of the token into the treasury from here on. */
export function setDepositPermission(event: DepositAllowed): DepositPermission {
  const params = event.params;
  const permission = new DepositPermission(depositPermissionId(event.address, params.token));
  permission.treasury = event.address;
  permission.token = params.token;
  permission.allowed = params.allowed;
  permission.updatedAt = event.block.timestamp;
  permission.save();
  return permission;
}

/** Records that the person allowed deposits of a token, or refused them again. */
export function createDepositPermissionChange(event: DepositAllowed): DepositPermissionChange {
  const params = event.params;
  const change = new DepositPermissionChange(factId(event));
  change.treasury = event.address;
  change.token = params.token;
  change.allowed = params.allowed;
  change.block = event.block.number;
  change.timestamp = event.block.timestamp;
  change.transaction = event.transaction.hash;
  change.save();
  return change;
}
