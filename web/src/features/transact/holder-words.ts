import { amount, moment, money, type RevertWords } from "./revert-words.ts";

/** Errors of pools, locks, signatures and the person's own acts, by name. */
export const HOLDER_WORDS: Readonly<Record<string, RevertWords>> = {
  SharesJustLeftPool: () => ({
    title: "Shares were just taken out of a pool",
    detail: "In the same transaction no income comes in: shares could be borrowed for it.",
    next: "Try again in a transaction of its own.",
  }),
  NotPoolOfToken: () => ({
    title: "This is no pool of this token",
    detail: "Only Uniswap pools that trade it can be taken out of income.",
    next: "Check the address.",
  }),
  NothingToExclude: () => ({
    title: "This account can’t be taken out of income",
    detail: "It is a token of Weft, or a pool that was taken out before.",
    next: "There is nothing to do.",
  }),
  PoolIsNotPaid: () => ({
    title: "A pool is not paid",
    detail: "Nobody could get out what it would receive.",
    next: "Take the pool out of income instead: then the others get its part.",
  }),
  SharesLocked: ([, locked, until]) => ({
    title: "These shares don’t move yet",
    detail: `${amount(locked)} of them are locked until ${moment(until)}.`,
    next: "Send fewer, or wait until then.",
  }),
  ClaimToZeroAddress: () => ({
    title: "Nobody is there to be paid",
    detail: "What goes to the zero address is lost.",
    next: "Enter another address.",
  }),
  SignatureExpired: ([deadline]) => ({
    title: "The signature is too old",
    detail: `It was good until ${moment(deadline)}.`,
    next: "Sign again.",
  }),
  SignatureInvalid: () => ({
    title: "The signature does not fit",
    detail: "Another account signed, or it was used before.",
    next: "Sign again with the holder’s account.",
  }),
  VotesExpiredSignature: ([expiry]) => ({
    title: "The signature is too old",
    detail: `It was good until ${moment(expiry)}.`,
    next: "Sign again.",
  }),
  IncomePerShareAboveLimit: () => ({
    title: "Too much income for so few shares",
    detail: "The contract could not count it to the last wei any more.",
    next: "Choose a smaller amount.",
  }),
  MetadataFinal: () => ({
    title: "The description can’t be changed again",
    detail: "It was changed as often as the contract can count.",
    next: "There is nothing to do.",
  }),
  NotNetwork: () => ({
    title: "This is not a network of Weft",
    detail: "Only networks formed here have votes, and stakes to take back.",
    next: "Check the address.",
  }),
  OnlyHolder: () => ({
    title: "Only who holds shares can do this",
    detail: "The connected account has none of this token.",
    next: "Connect an account that does.",
  }),
  OnlyPendingPerson: () => ({
    title: "The token was not offered to you",
    detail: "Its person offers it to one account, which then accepts.",
    next: "Connect the account that it was offered to.",
  }),
  SupplyChanged: ([supply, expected]) => ({
    title: "There are more or fewer shares than you saw",
    detail: `There are ${amount(supply)} now, there were ${amount(expected)}.`,
    next: "Look at the new figures, then accept again.",
  }),
  UnknownRealization: () => ({
    title: "There is no such gain",
    detail: "The person has realized none with this number.",
    next: "Reload the page.",
  }),
  ZeroShares: () => ({
    title: "No shares are named",
    detail: "Nothing would be issued.",
    next: "Enter an amount above zero.",
  }),
  StreamStillRuns: ([left, end]) => ({
    title: "A gain is still being paid out",
    detail: `${money(left)} are left, until ${moment(end)}, and pools hold shares.`,
    next: "Issue shares once all of it is paid out, or let it end sooner.",
  }),
  StreamEndsSooner: ([end]) => ({
    title: "It ends sooner already",
    detail: end === 0n ? "Nothing is being paid out over time." : `All of it is paid out by ${moment(end)}.`,
    next: "Choose a shorter time.",
  }),
};
