const FIRST_SIZE = 1000;
const MAX_SIZE = 100_000;
/** Above this many logs the next range is not made wider, to bound memory. */
const COMFORTABLE_LOGS = 2000;
/** Above this many logs the next range is halved. */
const MANY_LOGS = 10_000;

/** How many blocks to read at once: widened while answers are small, halved when the server or the answers ask for it. */
export interface RangeSize {
  current(): number;
  succeeded(logs: number): void;
  /** Halves the size; false when it cannot get smaller. */
  failed(): boolean;
}

/** Starts at 1000 blocks. */
export function createRangeSize(): RangeSize {
  let size = FIRST_SIZE;
  return {
    current: () => size,
    succeeded(logs) {
      if (logs > MANY_LOGS) size = Math.max(1, Math.floor(size / 2));
      else if (logs < COMFORTABLE_LOGS) size = Math.min(MAX_SIZE, size * 2);
    },
    failed() {
      if (size === 1) return false;
      size = Math.max(1, Math.floor(size / 2));
      return true;
    },
  };
}
