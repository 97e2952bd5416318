import { ContractFunctionExecutionError, ContractFunctionRevertedError } from "viem";
import { chain } from "../../chain/chain.ts";
import { NotDeployedError } from "../../chain/contracts.ts";
import { formatAmount } from "../../lib/format.ts";
import { asSentence, causesOf, type Explanation, explainReading } from "./explain-reading.ts";
import { explainRevert } from "./explain-revert.ts";
import { NotEnoughCoinError, SilentRefusalError } from "./run/check-errors.ts";

export type { Explanation } from "./explain-reading.ts";

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
  return explainChainError(error) ?? explainReading(error);
}

function explainChainError(error: unknown): Explanation | undefined {
  const causes = causesOf(error);
  const reverted = causes.find((cause) => cause instanceof ContractFunctionRevertedError);
  if (reverted) {
    const call = causes.find((cause) => cause instanceof ContractFunctionExecutionError);
    return explainRevert(reverted, call?.functionName);
  }
  for (const cause of causes) {
    const known =
      BY_NAME[cause.name] ?? (codeOf(cause) === USER_REJECTED ? BY_NAME.UserRejectedRequestError : undefined);
    if (known) return known;
  }
  const said = causes.map(({ message }) => message);
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
function codeOf(error: Error): unknown {
  return (error as { code?: unknown }).code;
}

/** Whether an error says that the wallet's owner declined. */
export function isRejection(error: unknown): boolean {
  return causesOf(error).some((cause) => cause.name === "UserRejectedRequestError" || codeOf(cause) === USER_REJECTED);
}
