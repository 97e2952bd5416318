import { PersonalToken } from "../../generated/schema";
import {
  Accrued,
  Claimed,
  ContractURISet,
  Donated,
  Harvested,
  HolderClassified,
  Issued,
  PersonTransferred,
  Realized,
  StreamChanged,
  Transfer,
  TransfersOpened,
} from "../../generated/templates/PersonalToken/PersonalToken";
import { DONATED, HARVESTED, PERSONAL, REALIZED } from "../helpers/kinds";
import { getOrCreateAccount } from "../store/account";
import { createIssuance } from "../store/issuance";
import { getProtocolOfToken } from "../store/protocol";
import { createRealization } from "../store/realization";
import { recordAccrual } from "./equity-token/accrual";
import { recordClaim } from "./equity-token/claim";
import { recordClass } from "./equity-token/holder-class";
import { recordIncome } from "./equity-token/income";
import { recordMetadata } from "./equity-token/metadata";
import { recordTransfer } from "./equity-token/transfer";

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
  recordMetadata(PERSONAL, event.address, event.params.contractURI);
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
  recordIncome(PERSONAL, event, REALIZED, params.person, params.amount, params.evidence);
  createRealization(event);
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
  createIssuance(event);
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
  token.save();
}

export function handleTransfersOpened(event: TransfersOpened): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  token.transfersOpen = true;
  token.save();
}
