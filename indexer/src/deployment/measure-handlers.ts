import type { ProgressTracker } from "../runtime/progress.ts";

/** Runs of one handler. */
export interface HandlerCounters {
  runs: number;
  seconds: number;
}

/** The same tracker, which also counts by handler. */
export function measureHandlers(progress: ProgressTracker, handlers: Map<string, HandlerCounters>): ProgressTracker {
  return {
    ...progress,
    countHandler(handler, milliseconds) {
      progress.countHandler(handler, milliseconds);
      const counters = handlers.get(handler) ?? { runs: 0, seconds: 0 };
      counters.runs++;
      counters.seconds += milliseconds / 1000;
      handlers.set(handler, counters);
    },
  };
}
