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
