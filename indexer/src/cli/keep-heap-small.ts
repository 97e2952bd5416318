import { setFlagsFromString } from "node:v8";

/** How much of what is alive may come as garbage before it is collected, in percent; V8 itself allows up to four times. */
const GROWTH_PERCENT = 40;

/**
 * Trades a little of the processor's time for much memory: indexing makes garbage without a pause, of which V8 would otherwise keep
 * a multiple of what is alive. Only for a process that is the indexer's own.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
