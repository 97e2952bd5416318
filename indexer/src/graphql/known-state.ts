import type { QueryState } from "../store/query-state.ts";

/** A state, and the text by which a statement shows that it saw the same. */
interface MarkedState {
  readonly mark: string;
  readonly state: QueryState;
}

/** The state that queries saw last. Only a mark that is seen again says that it is still the latest. */
export interface KnownState {
  /** Null when this process has changed the state meanwhile, or may be about to. */
  last(): MarkedState | null;
  /** To be called before a statement that tells the state; what it returns takes what it told, whose mark is null before the first block. */
  learn(): (mark: string | null, state: QueryState) => void;
}

/** Starts with none; `changeCount` is the store's. */
export function createKnownState(changeCount: () => number | null): KnownState {
  let known: (MarkedState & { readonly change: number }) | null = null;
  return {
    last: () => (known !== null && known.change === changeCount() ? known : null),
    learn() {
      const change = changeCount();
      return (mark, state) => {
        if (mark !== null && change !== null) known = { mark, state, change };
      };
    },
  };
}
