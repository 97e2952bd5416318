import { amount, type RevertWords } from "./revert-words.ts";

/** What the states of OpenZeppelin's governor are called, by number. */
const STATES = [
  "is not open yet",
  "is open",
  "was withdrawn",
  "was refused",
  "passed",
  "waits to be put into force",
  "was not put into force in time",
  "is in force",
];

/** Errors of the votes of a network, by name. */
export const GOVERNOR_WORDS: Readonly<Record<string, RevertWords>> = {
  GovernorAlreadyCastVote: () => ({
    title: "You have voted already",
    detail: "A vote can’t be changed.",
    next: "There is nothing to do.",
  }),
  GovernorInsufficientProposerVotes: ([, votes, needed]) => ({
    title: "Not enough votes to propose",
    detail: `You had ${amount(votes)} a moment ago; ${amount(needed)} are needed.`,
    next: "Ask somebody with more shares to propose it, or to let you vote with theirs.",
  }),
  GovernorUnexpectedProposalState: ([, state]) => ({
    title: "It is too early or too late for that",
    detail: `This proposal ${STATES[Number(state)] ?? "is in another state"}.`,
    next: "Reload the page to see how it stands.",
  }),
  GovernorNonexistentProposal: () => ({
    title: "There is no such proposal",
    detail: "The network knows none like this.",
    next: "Reload the page.",
  }),
  GovernorUnableToCancel: () => ({
    title: "You can’t withdraw this proposal",
    detail: "Only who made it can, before its vote opens.",
    next: "Vote against it instead.",
  }),
  GovernorRestrictedProposer: () => ({
    title: "Somebody else reserved this proposal",
    detail: "Its words name another account that is to make it.",
    next: "Change the words, or connect that account.",
  }),
  FoundingIsOpen: () => ({
    title: "The founding is not over",
    detail: "While founders can still stake, or take their stakes back, nothing is put to the vote.",
    next: "Wait until it is complete.",
  }),
  CallNotAllowed: () => ({
    title: "No vote can do this",
    detail: "Votes open and end terms, and change the description and how members vote.",
    next: "Propose something else.",
  }),
  SponsorNotProposer: () => ({
    title: "Somebody else would stand for these terms",
    detail: "Who proposes terms is their sponsor.",
    next: "Propose them with the sponsor’s account.",
  }),
  SettingOutOfRange: ([, value, least, most]) => ({
    title: "This setting is out of bounds",
    detail: `It would be ${String(value)}; from ${String(least)} to ${String(most)} can be.`,
    next: "Choose a value between them.",
  }),
};
