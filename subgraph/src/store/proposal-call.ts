import { Address, BigInt, Bytes, ethereum, log } from "@graphprotocol/graph-ts";
import { Proposal, ProposalCall } from "../../generated/schema";
import {
  actionOf,
  CANCEL_TERMS,
  CREATE_ENTRY_TERMS,
  CREATE_EXIT_TERMS,
  SET_CONTRACT_URI,
} from "../helpers/proposal-action";
import { SELECTOR_LENGTH } from "../helpers/selector";
import { proposalCallId, termsId } from "../ids";
import { getOrCreateAccount } from "./account";
import { getLatestApplication, saveWithStatus } from "./application";

/** The contracts' `Terms`: member, account, rate, cap, opensAt, expiry, lockup, maxMemberSupply, sponsor. */
const TERMS = "(address,address,uint256,uint256,uint64,uint64,uint32,uint256,address)";

/** Records a call of a proposal, and what it says. */
export function createProposalCall(
  proposal: Proposal,
  index: i32,
  target: Address,
  value: BigInt,
  calldata: Bytes,
): void {
  const action = actionOf(calldata);
  if (action === null) {
    log.error("[proposal-call] {} calls what no governor takes", [proposal.id.toHexString()]);
    return;
  }
  const call = new ProposalCall(proposalCallId(proposal.id, index));
  call.proposal = proposal.id;
  call.index = index;
  call.target = target;
  call.value = value;
  call.calldata = calldata;
  call.action = action;
  readArguments(call, proposal.network, Bytes.fromUint8Array(calldata.subarray(SELECTOR_LENGTH)));
  if (action == CREATE_ENTRY_TERMS) linkApplication(call, proposal.network);
  call.save();
}

/** The proposal's call of that index; null for one that no governor takes. */
export function getProposalCall(proposal: Proposal, index: i32): ProposalCall | null {
  return ProposalCall.load(proposalCallId(proposal.id, index));
}

/** Whether the execution of a call makes terms. */
export function makesTerms(call: ProposalCall): bool {
  return call.action == CREATE_ENTRY_TERMS || call.action == CREATE_EXIT_TERMS;
}

/** New terms for an account that applied with the member are an answer to that, whatever they offer. */
function linkApplication(call: ProposalCall, network: Bytes): void {
  const member = call.member;
  const account = call.account;
  if (member === null || account === null) return;
  const application = getLatestApplication(network, member, account);
  if (application === null) return;
  call.application = application.id;
  application.proposedCount += 1;
  saveWithStatus(application);
}

/** Fills in what the arguments say. Only those of new terms were looked at by the governor: others may be anything. */
function readArguments(call: ProposalCall, network: Bytes, data: Bytes): void {
  const action = call.action;
  if (makesTerms(call)) {
    const terms = ethereum.decode(TERMS, data);
    if (terms !== null) readTerms(call, terms.toTuple());
  } else if (action == SET_CONTRACT_URI) {
    const uri = ethereum.decode("string", data);
    if (uri !== null) call.contractURI = uri.toString();
  } else {
    const number = ethereum.decode("uint256", data);
    if (number === null) return;
    if (action != CANCEL_TERMS) call.setting = number.toBigInt();
    else if (number.toBigInt().isI32()) call.cancels = termsId(network, number.toI32());
  }
}

function readTerms(call: ProposalCall, terms: ethereum.Tuple): void {
  const account = terms[1].toAddress();
  call.member = terms[0].toAddress();
  if (account != Address.zero()) call.account = getOrCreateAccount(account).id;
  call.rate = terms[2].toBigInt();
  call.cap = terms[3].toBigInt();
  call.opensAt = terms[4].toBigInt();
  call.expiry = terms[5].toBigInt();
  call.lockup = terms[6].toBigInt();
  call.maxMemberSupply = terms[7].toBigInt();
  call.sponsor = getOrCreateAccount(terms[8].toAddress()).id;
}
