const FIRST_SIZE = 1000;
const MAX_SIZE = 100_000;
/** Above this load the next range is not made wider, to bound memory. */
const COMFORTABLE_LOAD = 2000;
/** Above this load the next range is halved. */
const HEAVY_LOAD = 10_000;

/** How many blocks to read at once: widened while answers are small, halved when the server or the answers ask for it. */
export interface RangeSize {
  current(): number;
  /** `load` counts what a range brought into memory: logs, or blocks where those are more. */
  succeeded(load: number): void;
  /** Halves what was asked for, `width` blocks; false when it cannot get smaller. */
  failed(width: number): boolean;
}

/** Starts at 1000 blocks. */
export function createRangeSize(): RangeSize {
  let size = FIRST_SIZE;
  return {
    current: () => size,
    succeeded(load) {
      if (load > HEAVY_LOAD) size = Math.max(1, Math.floor(size / 2));
      else if (load < COMFORTABLE_LOAD) size = Math.min(MAX_SIZE, size * 2);
    },
    failed(width) {
      if (width <= 1) return false;
      size = Math.floor(width / 2);
      return true;
    },
  };
}
