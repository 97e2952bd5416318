import type { ContractFunctionRevertedError } from "viem";
import { formatAmount, formatDate } from "../../lib/format.ts";
import type { Explanation } from "./explain-error.ts";

type Values = readonly unknown[];
type Words = (values: Values) => Explanation;

const amount = (value: unknown): string => (typeof value === "bigint" ? formatAmount(value) : String(value));
const moment = (value: unknown): string =>
  typeof value === "bigint" || typeof value === "number" ? formatDate(value, { time: true }) : String(value);

/** The contracts' own errors by name, with the values they carry. */
const REVERTS: Readonly<Record<string, Words>> = {
  NoEligibleHolders: () => ({
    title: "Nobody could receive this",
    detail: "No shares of this token take part in income yet.",
    next: "Income can come in as soon as someone holds shares outside of pools.",
  }),
  NothingToClaim: () => ({
    title: "Nothing is due",
    detail: "Everything that came in for this account was paid out already.",
    next: "Come back after the next income.",
  }),
  NothingToAbsorb: () => ({
    title: "Nothing came in by another way",
    detail: "All that the token holds is accounted for.",
    next: "There is nothing to do.",
  }),
  TreasuryDidNotAsk: () => ({
    title: "A treasury takes no shares it did not ask for",
    detail: "Shares enter a network only by staking.",
    next: "Stake them under the network’s terms instead.",
  }),
  TreasuriesHoldTooMuch: ([held, limit]) => ({
    title: "Networks would hold too much of this token",
    detail: `Treasuries together would hold ${amount(held)} shares; the most is ${amount(limit)}, so that circles always leak to people.`,
    next: "Stake fewer shares.",
  }),
  HolderNotApproved: () => ({
    title: "This person chooses who may hold their shares",
    detail: "The receiver is not approved.",
    next: "Ask the person to approve the holder first.",
  }),
  OnlyPerson: () => ({
    title: "Only the person behind the token can do this",
    detail: "The connected account is another one.",
    next: "Connect the person’s wallet.",
  }),
  DurationNotSupported: () => ({
    title: "Gains are paid in at once here",
    detail: "Paying in over time is not available on this deployment.",
    next: "Leave the duration at zero.",
  }),
  ZeroAmount: () => ({
    title: "The amount is zero",
    detail: "Nothing would move.",
    next: "Enter an amount above zero.",
  }),
  WrongValue: ([sent, expected]) => ({
    title: "The amount sent is not the amount named",
    detail: `Sent ${amount(sent)}, named ${amount(expected)}.`,
    next: "Reload the page and try again.",
  }),
  TermsExpired: ([, expiry]) => ({
    title: "These terms have ended",
    detail: `They ended on ${moment(expiry)}.`,
    next: "Ask a holder to sponsor new ones.",
  }),
  TermsNotOpenYet: ([, opensAt]) => ({
    title: "These terms are not open yet",
    detail: `They open on ${moment(opensAt)}, so that who disagrees can sell first.`,
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
    next: "Ask a holder to sponsor new terms.",
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
  StakeTooSmall: () => ({
    title: "Too few shares to receive any",
    detail: "Rounded down, the network would give nothing for them.",
    next: "Stake more.",
  }),
  AlreadyLaunched: () => ({
    title: "You have a token already",
    detail: "One person launches one token, for ever.",
    next: "Open your page from the header.",
  }),
  DeadlinePassed: ([deadline]) => ({
    title: "The plan is too old",
    detail: `It was good until ${moment(deadline)}.`,
    next: "Make a new one and sign it soon.",
  }),
  PaidTooLittle: ([paid, least]) => ({
    title: "Less would arrive than was planned",
    detail: `${amount(paid)} in place of at least ${amount(least)}; somebody collected a part in the meantime, or holdings changed.`,
    next: "Make a new plan: nothing was moved.",
  }),
  ERC20InsufficientBalance: ([, balance, needed]) => ({
    title: "Not enough shares",
    detail: `The account has ${amount(balance)}, this needs ${amount(needed)}.`,
    next: "Choose a smaller amount.",
  }),
  ERC20InsufficientAllowance: ([, allowance, needed]) => ({
    title: "The network may not take these shares yet",
    detail: `It was allowed ${amount(allowance)}, this needs ${amount(needed)}.`,
    next: "Allow it first, or sign the permit.",
  }),
  TextTooLong: ([length, limit]) => ({
    title: "A text is too long",
    detail: `It has ${String(length)} bytes, at most ${String(limit)} fit. Letters with accents take two or more.`,
    next: "Shorten it.",
  }),
  TextEmpty: () => ({ title: "A text is missing", detail: "It can’t be empty.", next: "Fill it in." }),
  TextCharacterRefused: () => ({
    title: "A text has a character that could deceive",
    detail: "Control characters and those that turn the direction of writing are refused.",
    next: "Type the text anew instead of pasting it.",
  }),
};

/** What a contract's refusal says, in words; an error without words of ours keeps its name and values. */
export function explainRevert(error: ContractFunctionRevertedError): Explanation {
  const { data, reason, signature } = error;
  if (data && data.errorName !== "Error" && data.errorName !== "Panic") {
    const values = data.args ?? [];
    const words = REVERTS[data.errorName]?.(values);
    if (words) return words;
    return {
      title: sentence(data.errorName),
      detail:
        values.length === 0
          ? "The contract says no more than this."
          : `The contract gives: ${values.map(String).join(", ")}.`,
      next: "Change what you asked for, then check again.",
    };
  }
  return {
    title: "The contract refuses this",
    detail: reason ?? (signature ? `It gives the unknown error ${signature}.` : "It gives no reason."),
    next: "Change what you asked for, then check again.",
  };
}

/** `SharesJustLeftPool` → “Shares just left pool”. */
function sentence(name: string): string {
  const words = name
    .replace(/_/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
