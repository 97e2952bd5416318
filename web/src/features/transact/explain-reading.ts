import { IndexQueryError, IndexUnreachableError } from "../../data/query-graphql.ts";
import { IndexAnswerError } from "../../data/read-answer.ts";

/** What went wrong, in words: the cause, what it means, the way out. */
export interface Explanation {
  readonly title: string;
  readonly detail: string;
  readonly next: string;
}

/** What is known by the name of an error of the chain's server. */
const BY_NAME: Readonly<Record<string, Explanation>> = {
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
};

/**
 * An error of reading, from the index or the chain, in plain words. Never throws. For pages that only read: what contracts and
 * wallets answer is `explainError`'s, which is much larger.
 */
export function explainReading(error: unknown): Explanation {
  const { title, detail, next } = explanationOf(error);
  return { title, detail: asSentence(detail), next };
}

function explanationOf(error: unknown): Explanation {
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
  for (const { name } of causesOf(error)) {
    const known = BY_NAME[name];
    if (known) return known;
  }
  return explainUnknown(error);
}

/** The text as a sentence: others end their messages as they like, and what follows is a sentence of its own. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]["”’')]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Errors are wrapped a few times; more than this would be a circle. */
const MAX_CAUSES = 16;

/** The error and what caused it, innermost first: the innermost names the cause best. */
export function causesOf(error: unknown): readonly Error[] {
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
    error instanceof Error ? ((error as { shortMessage?: string }).shortMessage ?? error.message) : String(error);
  return {
    title: "Something went wrong",
    detail: message.slice(0, 300),
    next: "Try again. If it stays, the text above says what to report.",
  };
}
