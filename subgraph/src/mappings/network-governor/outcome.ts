import { Application, NetworkToken, Proposal, ProposalCall, Terms } from "../../../generated/schema";
import { CANCELLED } from "../../helpers/kinds";
import { termsId } from "../../ids";
import { saveWithStatus } from "../../store/application";
import { getProposalCall, makesTerms } from "../../store/proposal-call";

/**
 * Links the terms that an execution made with the calls that made them. The network told of them just before, in the
 * order of the calls: they are its last ones.
 */
export function linkTerms(proposal: Proposal, network: NetworkToken): void {
  const calls = callsThatMakeTerms(proposal);
  const first = network.termsCount - calls.length;
  for (let i = 0; i < calls.length; i++) {
    const terms = Terms.load(termsId(network.id, first + i));
    if (terms === null) continue;
    terms.proposal = proposal.id;
    terms.call = calls[i].id;
    terms.application = calls[i].application;
    terms.save();
    // Another call of the same proposal may have cancelled them already.
    noLongerProposed(calls[i], terms.status == CANCELLED ? 0 : 1);
  }
}

/** What a cancelled proposal would have made is not proposed any more. */
export function unlinkApplications(proposal: Proposal): void {
  const calls = callsThatMakeTerms(proposal);
  for (let i = 0; i < calls.length; i++) noLongerProposed(calls[i], 0);
}

function callsThatMakeTerms(proposal: Proposal): ProposalCall[] {
  const calls: ProposalCall[] = [];
  for (let i = 0; i < proposal.callCount; i++) {
    const call = getProposalCall(proposal, i);
    if (call !== null && makesTerms(call)) calls.push(call);
  }
  return calls;
}

function noLongerProposed(call: ProposalCall, madeTerms: i32): void {
  const id = call.application;
  if (id === null) return;
  const application = Application.load(id);
  if (application === null) return;
  application.proposedCount -= 1;
  application.termsCount += madeTerms;
  saveWithStatus(application);
}
