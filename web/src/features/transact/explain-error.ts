import { BaseError, ContractFunctionRevertedError } from "viem";
import { chain } from "../../chain/chain.ts";
import { NotDeployedError } from "../../chain/contracts.ts";
import { IndexQueryError, IndexUnreachableError } from "../../data/query-graphql.ts";
import { IndexAnswerError } from "../../data/read-answer.ts";
import { formatAmount } from "../../lib/format.ts";
import { explainRevert } from "./explain-revert.ts";
import { NotEnoughCoinError, SilentRefusalError } from "./run/check-errors.ts";

/** What went wrong, in words: the cause, what it means, the way out. */
export interface Explanation {
  readonly title: string;
  readonly detail: string;
  readonly next: string;
}

/** What is known by an error's name alone: viem, wagmi and the wallets give each cause its own. */
const BY_NAME: Readonly<Record<string, Explanation>> = {
  UserRejectedRequestError: {
    title: "The wallet declined",
    detail: "Nothing was sent, nothing was lost.",
    next: "Press the button again whenever you like.",
  },
  InsufficientFundsError: {
    title: "Not enough for the network fee",
    detail: "The account can’t pay the amount and the network fee together.",
    next: "Add some of the chain’s own coin, or choose a smaller amount.",
  },
  HttpRequestError: {
    title: "The chain can’t be reached",
    detail: "Its server does not answer. Nothing was sent.",
    next: "Check the connection, or that the local chain is running, then try again.",
  },
  TimeoutError: {
    title: "The chain takes too long to answer",
    detail: "It is not known whether it heard the question.",
    next: "Look into your wallet’s history before you try again.",
  },
  ChainMismatchError: {
    title: "Your wallet is on another network",
    detail: "Nothing was sent.",
    next: "Switch the wallet’s network, then try again.",
  },
  ConnectorChainMismatchError: {
    title: "Your wallet is on another network",
    detail: "Nothing was sent.",
    next: "Switch the wallet’s network, then try again.",
  },
  ConnectorNotConnectedError: {
    title: "No wallet is connected",
    detail: "Nothing was sent.",
    next: "Connect a wallet, then try again.",
  },
  ConnectorAccountNotFoundError: {
    title: "The wallet no longer offers this account",
    detail: "Nothing was sent.",
    next: "Connect again and choose the account.",
  },
  ProviderNotFoundError: {
    title: "No wallet was found in this browser",
    detail: "A wallet is an extension or an app that signs for you.",
    next: "Install one, or use a development account on the local chain.",
  },
  ResourceUnavailableRpcError: {
    title: "The wallet is busy",
    detail: "It is already showing a question.",
    next: "Open the wallet and answer that first.",
  },
  FeeCapTooLowError: {
    title: "The fee offered is too low for the chain now",
    detail: "Nothing was sent. Fees have risen since the wallet looked, or a lower one was chosen in it.",
    next: "Try again, and let the wallet propose the fee.",
  },
  FeeCapTooHighError: {
    title: "The fee offered is higher than the chain can take",
    detail: "Nothing was sent.",
    next: "Try again, and let the wallet propose the fee.",
  },
  TipAboveFeeCapError: {
    title: "The tip offered is higher than the whole fee",
    detail: "Nothing was sent.",
    next: "Try again, and let the wallet propose the fee.",
  },
  IntrinsicGasTooLowError: {
    title: "The wallet allowed too little for this transaction",
    detail: "Nothing was sent. A limit for the network fee was set lower than the transaction takes.",
    next: "Try again, and leave the limit as it is proposed.",
  },
  IntrinsicGasTooHighError: {
    title: "This is more than a block can take",
    detail: "Nothing was sent.",
    next: "Do it in smaller parts.",
  },
  NonceTooHighError: {
    title: "The wallet counts its transactions differently from the chain",
    detail: "Nothing was sent. This happens when a local chain was started anew.",
    next: "Clear the account’s activity in the wallet, then try again.",
  },
  NonceTooLowError: {
    title: "The wallet counts its transactions differently from the chain",
    detail: "Nothing was sent. This happens when a local chain was started anew.",
    next: "Clear the account’s activity in the wallet, then try again.",
  },
};

/** What nodes say of a transaction that they don't take, where the standard gives no code for it. */
const BY_MESSAGE: readonly (readonly [RegExp, Explanation])[] = [
  [
    /replacement transaction underpriced|replacement fee too low/i,
    {
      title: "An earlier transaction waits in this one’s place",
      detail: "Nothing was sent. To take its place this one has to offer a higher fee.",
      next: "Wait until the earlier one is in a block, or speed it up or cancel it in your wallet.",
    },
  ],
  [
    /transaction underpriced|max fee per gas less than block base fee/i,
    {
      title: "The fee offered is too low for the chain now",
      detail: "Nothing was sent. Fees have risen since the wallet looked, or a lower one was chosen in it.",
      next: "Try again, and let the wallet propose the fee.",
    },
  ],
  [
    /already known|already imported/i,
    {
      title: "This transaction is on its way already",
      detail: "The chain knew it before. Nothing was sent twice.",
      next: "Look into your wallet’s history before you try again.",
    },
  ],
];

/** An error of a wallet, the chain, the index or the browser in plain words. Never throws. */
export function explainError(error: unknown): Explanation {
  const { title, detail, next } = explanationOf(error);
  // Others end their messages as they like; what follows is a sentence of its own.
  return { title, detail: asSentence(detail), next };
}

function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]["”’')]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function explanationOf(error: unknown): Explanation {
  if (error instanceof NotEnoughCoinError) return explainShortage(error);
  if (error instanceof SilentRefusalError) {
    return {
      title: "The contract refuses this",
      detail: "It gives no reason.",
      next: "Change what you asked for, then check again.",
    };
  }
  if (error instanceof NotDeployedError) {
    return { title: "Weft is not on this chain", detail: error.message, next: "Deploy it first." };
  }
  if (error instanceof IndexUnreachableError) {
    return {
      title: "The index can’t be read",
      detail: error.message,
      next: "Check that it is running. What is on the chain is safe.",
    };
  }
  if (error instanceof IndexQueryError) {
    return {
      title: "The index refused the question",
      detail: error.messages.map(asSentence).join(" "),
      next: "Reload the page. If it stays, the dApp and the index are of different versions.",
    };
  }
  if (error instanceof IndexAnswerError) {
    return {
      title: "The index answered something that can’t be right",
      detail: error.message,
      next: "Nothing is shown rather than something wrong. Reload the page.",
    };
  }
  return explainChainError(error) ?? explainUnknown(error);
}

function explainChainError(error: unknown): Explanation | undefined {
  const reverted =
    error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
  if (reverted instanceof ContractFunctionRevertedError) return explainRevert(reverted);
  for (const cause of causesOf(error)) {
    const known =
      BY_NAME[cause.name] ?? (codeOf(cause) === USER_REJECTED ? BY_NAME.UserRejectedRequestError : undefined);
    if (known) return known;
  }
  const said = causesOf(error).map(({ message }) => message);
  return BY_MESSAGE.find(([pattern]) => said.some((message) => pattern.test(message)))?.[1];
}

function explainShortage({ needed, held }: NotEnoughCoinError): Explanation {
  const { symbol, decimals } = chain.nativeCurrency;
  const figure = (wei: bigint): string => `${formatAmount(wei, { decimals })} ${symbol}`;
  return {
    title: `Not enough ${symbol}`,
    detail: `The amount and the network fee take about ${figure(needed)} together, and the account has ${figure(held)}.`,
    next: `Add some ${symbol}, or choose a smaller amount.`,
  };
}

const USER_REJECTED = 4001;
/** Errors are wrapped a few times; more than this would be a circle. */
const MAX_CAUSES = 16;

function codeOf(error: Error): unknown {
  return (error as { code?: unknown }).code;
}

/** The error and what caused it, innermost first: the innermost names the cause best. */
function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  let current = error;
  while (current instanceof Error && causes.length < MAX_CAUSES) {
    causes.unshift(current);
    current = current.cause;
  }
  return causes;
}

function explainUnknown(error: unknown): Explanation {
  const message =
    error instanceof BaseError ? error.shortMessage : error instanceof Error ? error.message : String(error);
  return {
    title: "Something went wrong",
    detail: message.slice(0, 300),
    next: "Try again. If it stays, the text above says what to report.",
  };
}

/** Whether an error says that the wallet's owner declined. */
export function isRejection(error: unknown): boolean {
  return causesOf(error).some((cause) => cause.name === "UserRejectedRequestError" || codeOf(cause) === USER_REJECTED);
}
