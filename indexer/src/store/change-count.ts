import { DatabaseUnavailableError } from "./store-error.ts";

/** Tells whether what queries see may have changed. */
export interface ChangeCount {
  /** The same number as before only when nothing has changed in between; null while a change is on its way, or may be. */
  read(): number | null;
  /** Counts what `change` does as one change. */
  during<T>(change: () => Promise<T>): Promise<T>;
}

/** Starts at 0. */
export function createChangeCount(): ChangeCount {
  let count = 0;
  let underWay = 0;
  /** Whether a write may still reach the database after its connection was lost. */
  let isOpen = false;
  return {
    read: () => (underWay > 0 || isOpen ? null : count),
    async during(change) {
      underWay++;
      try {
        const result = await change();
        isOpen = false;
        return result;
      } catch (error) {
        isOpen ||= error instanceof DatabaseUnavailableError;
        throw error;
      } finally {
        underWay--;
        count++;
      }
    },
  };
}
