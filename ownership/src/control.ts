import { AbortedError } from "./errors.ts";

/** How a long computation is watched and stopped. Both are looked at between its parts, some milliseconds apart. */
export interface Control {
  /** An AbortSignal, or anything that becomes `aborted`; the computation then throws AbortedError. */
  readonly signal?: { readonly aborted: boolean };
  /** Told how many of all parts are done; parts take different times. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Throws AbortedError when the computation `what` is to stop; else tells how far it is. */
export function checkpoint({ signal, onProgress }: Control, what: string, done: number, total: number): void {
  if (signal?.aborted) throw new AbortedError(what, done, total);
  onProgress?.(done, total);
}

/** Where a computation is that asks its signal within parts too. */
export interface Progress {
  /** So many of all parts are done. */
  at(done: number, total: number): void;
  /** Throws AbortedError when the computation is to stop; for loops, every some thousand steps. */
  poll(): void;
}

/** Watches the computation `what`. */
export function createProgress(control: Control, what: string): Progress {
  let [reached, parts] = [0, 1];
  return {
    at: (done, total) => {
      [reached, parts] = [done, total];
      checkpoint(control, what, done, total);
    },
    poll: () => {
      if (control.signal?.aborted) throw new AbortedError(what, reached, parts);
    },
  };
}
