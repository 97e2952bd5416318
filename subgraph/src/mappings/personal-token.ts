import { Address } from "@graphprotocol/graph-ts";
import { PersonalToken } from "../../generated/schema";
import {
  Accrued,
  Claimed,
  ContractURISet,
  DepositAllowed,
  Disputed,
  Donated,
  Harvested,
  HolderApproved,
  HolderClassified,
  Issued,
  PersonTransferred,
  PersonTransferStarted,
  Realized,
  StreamChanged,
  Transfer,
  TransfersOpened,
} from "../../generated/templates/PersonalToken/PersonalToken";
import { ACCEPTED, DONATED, HARVESTED, OFFERED, PERSONAL, REALIZED, WITHDRAWN } from "../helpers/kinds";
import { getOrCreateAccount } from "../store/account";
import { createDepositPermissionChange, setDepositPermission } from "../store/deposit-permission";
import { createDispute } from "../store/dispute";
import { createHolderApprovalChange, setHolderApproval } from "../store/holder-approval";
import { createIssuance } from "../store/issuance";
import { createPersonTransfer } from "../store/person-transfer";
import { getProtocolOfToken } from "../store/protocol";
import { createRealization, getRealization } from "../store/realization";
import { recordAccrual } from "./equity-token/accrual";
import { recordClaim } from "./equity-token/claim";
import { recordClass } from "./equity-token/holder-class";
import { recordIncome } from "./equity-token/income";
import { recordMetadata } from "./equity-token/metadata";
import { recordTransfer } from "./equity-token/transfer";
import { stateIssuance } from "./statement/shares";

export function handleTransfer(event: Transfer): void {
  recordTransfer(PERSONAL, event, event.params.from, event.params.to, event.params.value);
}

export function handleAccrued(event: Accrued): void {
  recordAccrual(PERSONAL, event, event.params.incomePerShare, event.params.streamLeft, event.params.eligibleSupply);
}

export function handleHarvested(event: Harvested): void {
  recordIncome(PERSONAL, event, HARVESTED, event.params.source, event.params.amount, "");
}

export function handleDonated(event: Donated): void {
  recordIncome(PERSONAL, event, DONATED, event.params.source, event.params.amount, event.params.note);
}

export function handleClaimed(event: Claimed): void {
  recordClaim(PERSONAL, event, event.params.account, event.params.to, event.params.amount);
}

export function handleHolderClassified(event: HolderClassified): void {
  recordClass(PERSONAL, event, event.params.account, event.params.class_);
}

export function handleContractURISet(event: ContractURISet): void {
  recordMetadata(PERSONAL, event, event.params.contractURI);
}

/** The event of a realized gain is that of its income too. */
export function handleRealized(event: Realized): void {
  const params = event.params;
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  token.totalRealized = token.totalRealized.plus(params.amount);
  token.save();
  const protocol = getProtocolOfToken();
  protocol.totalRealized = protocol.totalRealized.plus(params.amount);
  protocol.save();
  const realization = createRealization(event);
  recordIncome(PERSONAL, event, REALIZED, params.person, params.amount, params.evidence, realization.id);
}

export function handleStreamChanged(event: StreamChanged): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  token.streamLeft = event.params.left;
  token.lastAccrual = event.params.lastAccrual;
  token.streamEnd = event.params.end;
  token.save();
}

export function handleIssued(event: Issued): void {
  stateIssuance(event, createIssuance(event));
}

export function handlePersonTransferred(event: PersonTransferred): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  const before = getOrCreateAccount(event.params.from);
  before.personalToken = null;
  before.save();
  const after = getOrCreateAccount(event.params.to);
  after.personalToken = token.id;
  after.save();
  token.person = after.id;
  token.pendingPerson = null;
  token.save();
  createPersonTransfer(event, ACCEPTED, event.params.from, event.params.to);
}

export function handlePersonTransferStarted(event: PersonTransferStarted): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  const to = event.params.to;
  const withdrawn = to == Address.zero();
  token.pendingPerson = withdrawn ? null : getOrCreateAccount(to).id;
  token.save();
  createPersonTransfer(event, withdrawn ? WITHDRAWN : OFFERED, event.params.from, token.pendingPerson);
}

export function handleHolderApproved(event: HolderApproved): void {
  setHolderApproval(event);
  createHolderApprovalChange(event);
}

export function handleDepositAllowed(event: DepositAllowed): void {
  setDepositPermission(event);
  createDepositPermissionChange(event);
}

export function handleDisputed(event: Disputed): void {
  const token = PersonalToken.load(event.address);
  const realization = getRealization(event.address, event.params.realizationId);
  if (token === null || realization === null) return;
  token.disputeCount += 1;
  token.save();
  createDispute(event, realization.id);
}

export function handleTransfersOpened(event: TransfersOpened): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  token.transfersOpen = true;
  token.transfersOpenedAt = event.block.timestamp;
  token.save();
}
