import type { StoredBlock } from "./store.ts";
import { DatabaseUnavailableError } from "./store-error.ts";

/** Where the one who writes goes on: the head as it left it, which is unknown after a write whose outcome is. */
export interface Place {
  /** Goes on from what is stored. */
  resume(stored: StoredBlock | null): StoredBlock | null;
  /** Moves the head by `write`, which is told where the head must be before; throws `DatabaseUnavailableError` when unknown. */
  move(to: StoredBlock | null, write: (from: StoredBlock | null) => Promise<void>): Promise<void>;
}

/** Unknown until resumed. */
export function createPlace(): Place {
  let known: { readonly head: StoredBlock | null } | null = null;
  return {
    resume(stored) {
      known = { head: stored };
      return stored;
    },
    async move(to, write) {
      if (known === null) {
        throw new DatabaseUnavailableError(
          "writing",
          null,
          new Error("the write before may be lost or not: resume first"),
        );
      }
      try {
        await write(known.head);
        known = { head: to };
      } catch (error) {
        if (error instanceof DatabaseUnavailableError) known = null;
        throw error;
      }
    },
  };
}
