import { currencyUnit } from "../../chain/currency.ts";
import { amount, coin, duration, moment, money, paysIn, type RevertWords } from "./revert-words.ts";

/** Errors of shares, income and payment, by name. */
export const SHARE_WORDS: Readonly<Record<string, RevertWords>> = {
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
  DurationOutOfRange: ([, least, most]) => ({
    title: "The gain can’t be paid out over this time",
    detail: `It takes at least ${duration(least)} and at most ${duration(most)}. While pools hold shares it takes a day at least.`,
    next: "Choose another time.",
  }),
  ZeroAmount: () => ({
    title: "The amount is zero",
    detail: "Nothing would move.",
    next: "Enter an amount above zero.",
  }),
  WrongValue: ([sent, expected]) => ({
    title: "The amount sent is not the amount named",
    detail: `Sent ${coin(sent)}, named ${coin(expected)}.`,
    next: "Reload the page and try again.",
  }),
  DeadlinePassed: ([deadline]) => ({
    title: "The plan is too old",
    detail: `It was good until ${moment(deadline)}.`,
    next: "Make a new one and sign it soon.",
  }),
  PaidTooLittle: ([paid, least]) => ({
    title: "Less would arrive than was planned",
    detail: `${money(paid)} in place of at least ${money(least)}; somebody collected a part in the meantime, or holdings changed.`,
    next: "Make a new plan: nothing was moved.",
  }),
  ERC20InsufficientBalance: ([, balance, needed], calledFunction) => {
    const figure = paysIn(calledFunction) ? money : amount;
    return {
      title: paysIn(calledFunction) ? `Not enough ${currencyUnit.symbol}` : "Not enough shares",
      detail: `The account has ${figure(balance)}, this needs ${figure(needed)}.`,
      next: "Choose a smaller amount.",
    };
  },
  ERC20InsufficientAllowance: ([, allowance, needed], calledFunction) => {
    const figure = paysIn(calledFunction) ? money : amount;
    return {
      title: paysIn(calledFunction)
        ? "The token may not take this amount yet"
        : "The network may not take these shares yet",
      detail: `It was allowed ${figure(allowance)}, this needs ${figure(needed)}.`,
      next: "Allow it first.",
    };
  },
  FailedCall: () => ({
    title: "The receiver refused the payment",
    detail: "The account is a contract that does not take the currency. What is due stays due.",
    next: "Have it paid to another account.",
  }),
  InsufficientBalance: ([balance, needed]) => ({
    title: "There is not enough to pay with",
    detail: `There is ${coin(balance)}, this needs ${coin(needed)}.`,
    next: "Choose a smaller amount.",
  }),
  SafeERC20FailedOperation: () => ({
    title: "The currency refused to move",
    detail: "Its contract did not let the payment through, for want of balance or of permission.",
    next: "Check the balance, and allow the token to take the amount.",
  }),
  ERC20InvalidReceiver: () => ({
    title: "Shares can’t go there",
    detail: "The receiver is no account.",
    next: "Enter another address.",
  }),
  ERC2612ExpiredSignature: ([deadline]) => ({
    title: "The permit is too old",
    detail: `It was good until ${moment(deadline)}.`,
    next: "Sign it again.",
  }),
  ERC2612InvalidSigner: () => ({
    title: "The permit was signed by another account",
    detail: "Only the holder can allow a network to take shares.",
    next: "Connect the holder’s account and sign again.",
  }),
  IncomeAboveLimit: ([, limit]) => ({
    title: "More than a token can hold for its holders",
    detail: `What waits to be claimed is at most ${money(limit)}.`,
    next: "Choose a smaller amount.",
  }),
  NotEquityToken: () => ({
    title: "This is not a token of Weft",
    detail: "Only tokens launched here can be held by treasuries and harvested.",
    next: "Check the address.",
  }),
  NothingToReclassify: () => ({
    title: "Nothing to put right",
    detail: "The account counts as what it is.",
    next: "There is nothing to do.",
  }),
  OnlyOwnHarvest: () => ({
    title: "A treasury collects for itself",
    detail: "What is due to a token is collected by its own harvest only.",
    next: "Harvest from the token that holds the shares.",
  }),
  SupplyAboveLimit: ([supply, limit]) => ({
    title: "More shares than a token can have",
    detail: `There would be ${amount(supply)}, at most ${amount(limit)} can exist.`,
    next: "Choose fewer shares.",
  }),
  SupplyBelowMinimum: ([supply, least]) => ({
    title: "Too few shares",
    detail: `There would be ${amount(supply)}, at least ${amount(least)} have to exist.`,
    next: "Choose more shares.",
  }),
  TransfersAlreadyOpen: () => ({
    title: "Anybody may hold these shares already",
    detail: "Opening is final and was done before.",
    next: "There is nothing to do.",
  }),
};
