/** What a server takes on at once. */
export interface LoadLimits {
  /** Requests that are being read, wait, are answered or whose answer is being sent. */
  readonly requests: number;
  /** Queries that are answered at a time; others wait. */
  readonly running: number;
  /** Bytes of the bodies and answers of all these requests; one answer may go over it, after which nothing is admitted. */
  readonly bytes: number;
}

/** One request among those under way. */
export interface Admission {
  /** Counts bytes that stay in memory until the request is over; false when there is no room. */
  hold(bytes: number): boolean;
  /** Runs `work` when its turn comes, and resolves to what it does. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** The request is over. */
  release(): void;
}

/** Bounds what a server does and keeps in memory at once. */
export interface LoadLimit {
  /** Null when there is no room for another request. */
  admit(): Admission | null;
  /** Requests under way. */
  requests(): number;
}

/** Starts with nothing under way. */
export function createLoadLimit(limits: LoadLimits): LoadLimit {
  const waiting: (() => void)[] = [];
  let requests = 0;
  let running = 0;
  let bytes = 0;

  function turn(): Promise<void> | null {
    if (running < limits.running) {
      running++;
      return null;
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function passOn(): void {
    const next = waiting.shift();
    // The one that waited longest takes the place over.
    if (next === undefined) running--;
    else next();
  }

  function createAdmission(): Admission {
    let held = 0;
    let over = false;
    return {
      hold(more) {
        held += more;
        bytes += more;
        return bytes <= limits.bytes;
      },
      async run(work) {
        await turn();
        try {
          return await work();
        } finally {
          passOn();
        }
      },
      release() {
        if (over) return;
        over = true;
        requests--;
        bytes -= held;
      },
    };
  }

  return {
    admit() {
      if (requests >= limits.requests || bytes >= limits.bytes) return null;
      requests++;
      return createAdmission();
    },
    requests: () => requests,
  };
}
