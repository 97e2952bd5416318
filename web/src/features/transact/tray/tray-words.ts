import { isUnderWay, type SentTransaction } from "../sent/sent-transaction.ts";

/** What the header says of what was sent: a number and what it counts. */
export interface TrayWords {
  readonly count: number;
  /** “on its way”, “failed”, “sent”. */
  readonly rest: string;
}

/** What matters most of what was sent: what is under way, then what failed, then how much there was. */
export function trayWords(sent: readonly SentTransaction[]): TrayWords {
  const underWay = sent.filter(isUnderWay).length;
  if (underWay > 0) return { count: underWay, rest: underWay === 1 ? "on its way" : "on their way" };
  const failed = sent.filter(({ phase }) => phase === "failed").length;
  return failed > 0 ? { count: failed, rest: "failed" } : { count: sent.length, rest: "sent" };
}
