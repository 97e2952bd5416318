/** Keeps account of work under way, so that what it needs is not taken away. */
export interface UnderWay {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves as soon as nothing is under way. */
  ended(): Promise<void>;
}

/** Starts with nothing under way. */
export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  return {
    async run(work) {
      const working = work();
      works.add(working);
      try {
        return await working;
      } finally {
        works.delete(working);
      }
    },
    async ended() {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
