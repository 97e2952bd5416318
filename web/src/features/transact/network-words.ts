import { amount, moment, type RevertWords } from "./revert-words.ts";

/** Errors of networks, their terms and their founding, by name. */
export const NETWORK_WORDS: Readonly<Record<string, RevertWords>> = {
  TermsExpired: ([, expiry]) => ({
    title: "These terms have ended",
    detail: `They ended on ${moment(expiry)}.`,
    next: "Members can offer new terms by vote.",
  }),
  TermsNotOpenYet: ([, opensAt]) => ({
    title: "These terms are not open yet",
    detail: `They open on ${moment(opensAt)}.`,
    next: "Come back then.",
  }),
  TermsOverfilled: ([, asked, left]) => ({
    title: "These terms don’t take that many shares",
    detail: `${amount(asked)} were offered, ${amount(left)} are left under these terms.`,
    next: "Stake at most what is left.",
  }),
  TermsNotForAccount: () => ({
    title: "These terms are for another account",
    detail: "They name one account, and the connected one is not it.",
    next: "Connect the account that the terms name.",
  }),
  UnknownTerms: () => ({
    title: "These terms don’t exist",
    detail: "The network has no terms with this number.",
    next: "Reload the page.",
  }),
  FounderStakesWhole: ([, asked, whole]) => ({
    title: "A founder stakes the whole amount, once",
    detail: `${amount(asked)} shares were offered; the founding names ${amount(whole)}.`,
    next: `Stake ${amount(whole)} shares.`,
  }),
  MemberSupplyAboveTerms: ([supply, most]) => ({
    title: "There are more shares of the member than the terms allow",
    detail: `${amount(supply)} exist, the terms were made for at most ${amount(most)}.`,
    next: "Members can offer new terms by vote.",
  }),
  NetworkSupplyAboveMaximum: ([supply]) => ({
    title: "The network issued shares since you looked",
    detail: `There are ${amount(supply)} of them now, so that yours would be a smaller part.`,
    next: "Look at the new figures, then stake again.",
  }),
  ReceiverNotOwn: () => ({
    title: "The shares would go to somebody else",
    detail: "They can go to you or to your own token.",
    next: "Choose one of the two.",
  }),
  StakeRoundsToZero: () => ({
    title: "Too few shares to receive any",
    detail: "Rounded down, the network would give nothing for them.",
    next: "Stake more.",
  }),
  TreasuryDidNotAsk: () => ({
    title: "A treasury takes no shares it did not ask for",
    detail: "Shares enter a network only by staking, and a person’s token only when its person allowed it.",
    next: "Stake them under the network’s terms, or ask the person first.",
  }),
  TreasuriesHoldTooMuch: ([held, limit]) => ({
    title: "Networks would hold too much of this token",
    detail: `Treasuries together would hold ${amount(held)} shares; the most is ${amount(limit)}, so that circles always leak to people.`,
    next: "Stake fewer shares.",
  }),
  FounderCountOutOfRange: ([count, most]) => ({
    title: "That many founders don’t fit",
    detail: `${String(count)} were named; a network has at least one founder and at most ${String(most)}.`,
    next: "Name fewer founders.",
  }),
  FounderNamedTwice: () => ({
    title: "A founder is named twice",
    detail: "Each founder stakes one token from one account, once.",
    next: "Remove one of the two.",
  }),
  FounderWithoutAccount: ([index]) => ({
    title: "A founder has no account",
    detail: `Founder ${Number(index) + 1} can’t be anyone: founding terms name who may use them.`,
    next: "Enter the founder’s address.",
  }),
  FoundingEndOutOfRange: ([, latest]) => ({
    title: "The founding would end too early or too late",
    detail: `It has to end in the future, and by ${moment(latest)}.`,
    next: "Choose another day.",
  }),
  MemberIsNetwork: () => ({
    title: "A network can’t be a member of itself",
    detail: "It would own a part of itself.",
    next: "Choose another member.",
  }),
  FounderRateAboveLimit: ([, , limit]) => ({
    title: "The rate is too high",
    detail: `At most ${amount(limit)} network shares can be given for one member share.`,
    next: "Choose a lower rate.",
  }),
};
