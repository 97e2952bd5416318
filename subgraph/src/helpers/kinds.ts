/** Kinds of equity token, by the name of the entity that stores them. */
export const PERSONAL = "PersonalToken";
export const NETWORK = "NetworkToken";

/** Classes of holders, in the order of the contracts' `HolderClass`. */
export const WALLET = "WALLET";
export const TREASURY = "TREASURY";
export const EXCLUDED = "EXCLUDED";

/** Kinds of income; each has an event of its own. */
export const REALIZED = "REALIZED";
export const HARVESTED = "HARVESTED";
export const DONATED = "DONATED";

/** Kinds of entries in a statement; income keeps its own. */
export const LAUNCHED = "LAUNCHED";
export const ISSUED = "ISSUED";
export const TRANSFER_IN = "TRANSFER_IN";
export const TRANSFER_OUT = "TRANSFER_OUT";
export const STAKED = "STAKED";
export const TAKEN_IN = "TAKEN_IN";
export const MINTED = "MINTED";
export const UNSTAKED = "UNSTAKED";
export const GIVEN_BACK = "GIVEN_BACK";
export const BURNED = "BURNED";
export const CLAIMED = "CLAIMED";

/** Kinds of terms, in the order of the contracts' `TermsKind`. */
export const FOUNDING = "FOUNDING";
export const ENTRY = "ENTRY";
export const EXIT = "EXIT";

/** Steps in which a token goes to another wallet. */
export const OFFERED = "OFFERED";
export const WITHDRAWN = "WITHDRAWN";
export const ACCEPTED = "ACCEPTED";

/** What became of terms; CANCELLED is another. */
export const OPEN = "OPEN";
export const USED_UP = "USED_UP";
export const TAKEN_BACK = "TAKEN_BACK";

/** How far an application came; OPEN, PROPOSED and STAKED are others. */
export const ADMITTED = "ADMITTED";
export const REPLACED = "REPLACED";

/** What is known of a proposal for certain. */
export const PROPOSED = "PROPOSED";
export const EXECUTED = "EXECUTED";
export const CANCELLED = "CANCELLED";

/** Votes, in the order of OpenZeppelin's `VoteType`. */
export const AGAINST = "AGAINST";
export const FOR = "FOR";
export const ABSTAIN = "ABSTAIN";

/** Settings of a governor; each has an event of its own. */
export const VOTING_DELAY = "VOTING_DELAY";
export const VOTING_PERIOD = "VOTING_PERIOD";
export const PROPOSAL_THRESHOLD = "PROPOSAL_THRESHOLD";
export const QUORUM_PERCENT = "QUORUM_PERCENT";
export const LATE_QUORUM_EXTENSION = "LATE_QUORUM_EXTENSION";

const HOLDER_CLASSES: string[] = [WALLET, TREASURY, EXCLUDED];
const TERMS_KINDS: string[] = [FOUNDING, ENTRY, EXIT];
const VOTE_SUPPORTS: string[] = [AGAINST, FOR, ABSTAIN];

/** Name of the contracts' `HolderClass` number. */
export function holderClassOf(index: i32): string {
  return HOLDER_CLASSES[index];
}

/** Name of the contracts' `TermsKind` number. */
export function termsKindOf(index: i32): string {
  return TERMS_KINDS[index];
}

/** Name of OpenZeppelin's `VoteType` number. */
export function voteSupportOf(index: i32): string {
  return VOTE_SUPPORTS[index];
}
