import type { Logger } from "pino";
import type { IndexerStatus } from "../../index.ts";
import { formatProgress, type ProgressSample, progressRate } from "./format-progress.ts";
import type { Terminal } from "./terminal.ts";

const TERMINAL_INTERVAL_MS = 250;
const LOG_INTERVAL_MS = 5000;
/** Samples over which speed is measured: commits come in steps. */
const SAMPLES = 20;

/** Shows progress until stopped: on a terminal as one changing line, otherwise as log entries while there is something new. */
export function reportProgress(read: () => IndexerStatus, terminal: Terminal, logger: Logger): { stop(): void } {
  const samples: ProgressSample[] = [{ at: performance.now(), status: read() }];

  function report(): void {
    const now: ProgressSample = { at: performance.now(), status: read() };
    const [first = now] = samples;
    // What was before the chain was restarted, or another build took over, says nothing about the speed.
    const before = first.status.blocks > now.status.blocks ? now : first;
    const rate = progressRate(before, now);
    const last = samples.at(-1);
    if (terminal.isTTY) terminal.status(formatProgress(now.status, rate));
    else if (now.status.head?.hash !== last?.status.head?.hash) {
      const { head, chainHead, status } = now.status;
      logger.info({ block: head?.number, chainHead: chainHead?.number, status, ...rate }, "progress");
    }
    samples.push(now);
    if (samples.length > (terminal.isTTY ? SAMPLES : 1)) samples.shift();
  }

  const timer = setInterval(report, terminal.isTTY ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS);
  return {
    stop() {
      clearInterval(timer);
      terminal.end();
    },
  };
}
