import { Bytes } from "@graphprotocol/graph-ts";
import { selectorOf } from "./selector";

export const CREATE_ENTRY_TERMS = "CREATE_ENTRY_TERMS";
export const CREATE_EXIT_TERMS = "CREATE_EXIT_TERMS";
export const CANCEL_TERMS = "CANCEL_TERMS";
export const SET_CONTRACT_URI = "SET_CONTRACT_URI";

/** Functions that a governor lets proposals call, by selector, and what they do. */
const SELECTORS: string[] = [
  "0xe6edf963", // createTerms(Terms)
  "0xf29c5525", // createExitTerms(Terms)
  "0x4e5c3b25", // cancelTerms(uint256)
  "0x938e3d7b", // setContractURI(string)
  "0x79051887", // setVotingDelay(uint48)
  "0xe540d01d", // setVotingPeriod(uint32)
  "0xece40cc1", // setProposalThreshold(uint256)
  "0x06f3f9e6", // updateQuorumNumerator(uint256)
  "0x330df7ff", // setLateQuorumVoteExtension(uint48)
];
const ACTIONS: string[] = [
  CREATE_ENTRY_TERMS,
  CREATE_EXIT_TERMS,
  CANCEL_TERMS,
  SET_CONTRACT_URI,
  "SET_VOTING_DELAY",
  "SET_VOTING_PERIOD",
  "SET_PROPOSAL_THRESHOLD",
  "SET_QUORUM_PERCENT",
  "SET_LATE_QUORUM_EXTENSION",
];

/** What a call does, by its first four bytes; null when a governor would not let it be proposed. */
export function actionOf(calldata: Bytes): string | null {
  const selector = selectorOf(calldata);
  if (selector === null) return null;
  const index = SELECTORS.indexOf(selector.toHexString());
  return index < 0 ? null : ACTIONS[index];
}
