/** Collects what has to be put away, and puts it away in reverse order. */
export interface Closer {
  /** Remembers how to put something away. */
  add(close: () => Promise<unknown>): void;
  /** Puts everything away, once; a failure stops nothing, and is thrown at the end. */
  close(): Promise<void>;
}

/** A closer with nothing to close yet. */
export function createCloser(): Closer {
  const steps: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    const failures: unknown[] = [];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      await step().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, "Not everything could be stopped.");
  };
  return {
    add: (close) => steps.push(close),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}
