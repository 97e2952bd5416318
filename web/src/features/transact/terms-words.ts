import { amount, duration, moment, type RevertWords } from "./revert-words.ts";

/** Errors of terms that members vote for, and of leaving a network, by name. */
export const TERMS_WORDS: Readonly<Record<string, RevertWords>> = {
  OnlyGovernor: () => ({
    title: "Only a vote of the members can do this",
    detail: "The network does it when its governor asks.",
    next: "Propose it to the members.",
  }),
  RateAboveLimit: ([, limit]) => ({
    title: "The rate is too high",
    detail: `At most ${amount(limit)} network shares can be given for one member share.`,
    next: "Choose a lower rate.",
  }),
  CapAboveLimit: ([cap, limit]) => ({
    title: "The terms name more shares than a token can have",
    detail: `They name ${amount(cap)}, at most ${amount(limit)} can exist.`,
    next: "Choose fewer shares.",
  }),
  CapIsZero: () => ({
    title: "No shares are named",
    detail: "Terms and applications are for some shares at least.",
    next: "Enter an amount above zero.",
  }),
  TermsOpenTooLate: ([, latest]) => ({
    title: "These terms would open too late",
    detail: `They would open on ${moment(latest)}, and can’t be made to open later.`,
    next: "Leave out when they open.",
  }),
  TermsExpireTooEarly: ([expiry, opensAt]) => ({
    title: "These terms would end before they open",
    detail: `They would end on ${moment(expiry)} and open on ${moment(opensAt)}.`,
    next: "Choose a later end.",
  }),
  TermsExpireTooLate: ([, latest]) => ({
    title: "These terms would be open for too long",
    detail: `They have to end by ${moment(latest)}.`,
    next: "Choose an earlier end.",
  }),
  ExitWithoutAccount: () => ({
    title: "Nobody is named who would leave",
    detail: "Terms to leave a network are for one account.",
    next: "Name the account.",
  }),
  LockupTooLong: ([, limit]) => ({
    title: "The lock-up is too long",
    detail: `Shares can be locked for at most ${duration(limit)}; terms to leave lock nothing.`,
    next: "Choose a shorter lock-up.",
  }),
  TooMuchDilution: ([shares, limit]) => ({
    title: "Too many new shares within a month",
    detail: `All terms of 30 days together would give ${amount(shares)} shares; the most is what there was before, ${amount(limit)}.`,
    next: "Offer fewer shares, or wait until other terms have ended.",
  }),
  TermsOver: () => ({
    title: "These terms are over already",
    detail: "They are used up, cancelled or at their end.",
    next: "There is nothing to do.",
  }),
  WrongTermsKind: () => ({
    title: "These terms are for something else",
    detail: "Some terms take members in, others let them leave.",
    next: "Choose other terms.",
  }),
  NotYoursToCancel: () => ({
    title: "You can’t cancel these terms",
    detail: "Who proposed them can, who they are about, or the members by vote.",
    next: "Ask one of them.",
  }),
  UnstakeOfNothing: () => ({
    title: "Nothing would come back",
    detail: "There is nothing to take back under these terms.",
    next: "Enter an amount above zero.",
  }),
  PositionTooSmall: ([, , asked, left]) => ({
    title: "That much was not staked, or came back already",
    detail: `${amount(asked)} were asked for, ${amount(left)} are left to take back.`,
    next: "Take back at most what is left.",
  }),
  FoundingNotFailed: () => ({
    title: "The founding has not failed",
    detail: "Founders can take their stakes back only when one of them did not stake in time.",
    next: "Sell your shares, or ask the members for terms to leave.",
  }),
  TakeBackOver: ([until]) => ({
    title: "It is too late to take the stake back",
    detail: `Founders could do so until ${moment(until)}. The members govern the network now.`,
    next: "Sell your shares, or ask the members for terms to leave.",
  }),
  TakeBackOpen: ([until]) => ({
    title: "Founders can still take their stakes back",
    detail: `The founding failed. Until ${moment(until)} nobody new comes in.`,
    next: "Come back then.",
  }),
};
