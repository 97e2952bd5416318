const FIRST_SIZE = 100;
const MAX_SIZE = 100_000;
/** What a range should bring into memory: some ten megabytes, while a request's own time no longer matters. */
const WANTED_LOAD = 2500;

/** How many blocks to read at once: so many that answers are of a size, fewer when the server asks for it. */
export interface RangeSize {
  current(): number;
  /** `load` counts what `width` blocks brought into memory: logs, or blocks with any where those are more. */
  succeeded(load: number, width: number): void;
  /** Halves what was asked for, `width` blocks; false when it cannot get smaller. */
  failed(width: number): boolean;
}

/** Starts at 100 blocks, and at most doubles at once: the next blocks may be fuller. */
export function createRangeSize(): RangeSize {
  let size = FIRST_SIZE;
  return {
    current: () => size,
    succeeded(load, width) {
      const wanted = load === 0 ? MAX_SIZE : Math.floor((width * WANTED_LOAD) / load);
      size = Math.max(1, Math.min(wanted, 2 * size, MAX_SIZE));
    },
    failed(width) {
      if (width <= 1) return false;
      size = Math.floor(width / 2);
      return true;
    },
  };
}
