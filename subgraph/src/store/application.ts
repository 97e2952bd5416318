import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Applicant, Application } from "../../generated/schema";
import { Applied } from "../../generated/templates/NetworkToken/NetworkToken";
import { ADMITTED, OPEN, PROPOSED, REPLACED, STAKED } from "../helpers/kinds";
import { applicantId, factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Puts an application on the record; it takes the place of the account's last one with that member. */
export function createApplication(event: Applied): void {
  const params = event.params;
  const application = new Application(factId(event));
  application.network = event.address;
  application.member = params.member;
  application.account = getOrCreateAccount(params.account).id;
  application.applicant = makeLatest(event, application.id);
  application.amount = params.amount;
  application.rate = params.rate;
  application.uri = params.uri;
  application.proposedCount = 0;
  application.termsCount = 0;
  application.staked = BigInt.zero();
  application.createdAt = event.block.timestamp;
  application.createdAtBlock = event.block.number;
  application.createdTransaction = event.transaction.hash;
  saveWithStatus(application);
}

/** The last application by `account` with `member`; null if there was none. */
export function getLatestApplication(network: Bytes, member: Bytes, account: Bytes): Application | null {
  const applicant = Applicant.load(applicantId(network, member, account));
  return applicant === null ? null : Application.load(applicant.latest);
}

/** Saves an application with the status that its counts tell. */
export function saveWithStatus(application: Application): void {
  application.status = statusOf(application);
  application.save();
}

function statusOf(application: Application): string {
  if (!application.staked.isZero()) return STAKED;
  if (application.termsCount > 0) return ADMITTED;
  if (application.proposedCount > 0) return PROPOSED;
  return application.replacedBy === null ? OPEN : REPLACED;
}

/** Returns the id of the applicant, whose last application is `latest` from here on. */
function makeLatest(event: Applied, latest: Bytes): Bytes {
  const params = event.params;
  const id = applicantId(event.address, params.member, params.account);
  let applicant = Applicant.load(id);
  if (applicant === null) {
    applicant = new Applicant(id);
    applicant.network = event.address;
    applicant.member = params.member;
    applicant.account = params.account;
    applicant.applicationCount = 0;
  } else {
    replace(applicant.latest, latest);
  }
  applicant.latest = latest;
  applicant.applicationCount += 1;
  applicant.save();
  return id;
}

function replace(before: Bytes, after: Bytes): void {
  const application = Application.load(before);
  if (application === null) return;
  application.replacedBy = after;
  saveWithStatus(application);
}
