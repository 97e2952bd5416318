import type { Logger } from "pino";
import type { IndexerStatus } from "../index.ts";
import { formatProgress, type ProgressSample, progressRate } from "./format-progress.ts";

const TERMINAL_INTERVAL_MS = 250;
const LOG_INTERVAL_MS = 5000;
/** Moves to the line's start and clears it. */
const CLEAR_LINE = "\r\u001b[2K";

/** Shows progress until stopped: on a terminal as one changing line, otherwise as log entries while there is something new. */
export function reportProgress(
  read: () => IndexerStatus,
  output: { readonly isTTY?: boolean; write(text: string): unknown },
  logger: Logger,
): { stop(): void } {
  const onTerminal = output.isTTY === true;
  let before: ProgressSample = { at: performance.now(), status: read() };
  const timer = setInterval(
    () => {
      const now: ProgressSample = { at: performance.now(), status: read() };
      const rate = progressRate(before, now);
      if (onTerminal) output.write(`${CLEAR_LINE}${formatProgress(now.status, rate)}`);
      else if (now.status.head?.hash !== before.status.head?.hash) {
        const { head, chainHead, status } = now.status;
        logger.info({ block: head?.number, chainHead: chainHead?.number, status, ...rate }, "progress");
      }
      before = now;
    },
    onTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS,
  );
  return {
    stop() {
      clearInterval(timer);
      if (onTerminal) output.write(CLEAR_LINE);
    },
  };
}
