import { UnknownTokenError } from "../errors.ts";
import type { HoldingState } from "../graph/ownership-graph.ts";
import { type SettleToken, tokenAt } from "../plan/settle-state.ts";

/** What a draft is made of: a state, in whatever form. */
export interface Base {
  /** Index of a token; negative where there is none. */
  tokenIndex(id: string): number;
  tokenAt(index: number): SettleToken;
  /** Index of a holding; negative where there is none. */
  holdingIndex(token: string, holder: string): number;
  holdingAt(index: number): HoldingState;
}

/** What calls of the contracts changed of a state, by the indices of its tokens and holdings. */
export interface Changes {
  readonly tokens: ReadonlyMap<number, SettleToken>;
  readonly holdings: ReadonlyMap<number, HoldingState>;
  /** Holdings of who never held before; each once. */
  readonly added: readonly HoldingState[];
}

/** A state on which calls of the contracts are carried out, and which stays as it was. */
export interface Draft {
  /** Time stamp of the block, Unix time; undefined when streams count as they stand. */
  readonly time: bigint | undefined;
  /** Throws UnknownTokenError. */
  token(id: string): SettleToken;
  setToken(token: SettleToken): void;
  /** A holder's part of a token; an empty one for who never held. */
  holding(token: string, holder: string): HoldingState;
  setHolding(holding: HoldingState): void;
  changes(): Changes;
}

/** Opens a draft of what happens at `time`. */
export function createDraft(base: Base, time: bigint | undefined): Draft {
  const tokens = new Map<number, SettleToken>();
  const holdings = new Map<number, HoldingState>();
  const added: HoldingState[] = [];
  const addedIndex = (token: string, holder: string): number =>
    added.findIndex((holding) => holding.token === token && holding.holder === holder);
  const tokenIndex = (id: string): number => {
    const index = base.tokenIndex(id);
    if (index < 0) throw new UnknownTokenError(id, "What would happen");
    return index;
  };
  const holding: Draft["holding"] = (token, holder) => {
    const index = base.holdingIndex(token, holder);
    if (index >= 0) return holdings.get(index) ?? base.holdingAt(index);
    return added[addedIndex(token, holder)] ?? { token, holder, balance: 0n, debt: 0n, excluded: false };
  };
  const setHolding: Draft["setHolding"] = (changed) => {
    const index = base.holdingIndex(changed.token, changed.holder);
    const known = index < 0 ? addedIndex(changed.token, changed.holder) : -1;
    if (index >= 0) holdings.set(index, changed);
    else if (known < 0) added.push(changed);
    else added[known] = changed;
  };
  return {
    time,
    token: (id) => {
      const index = tokenIndex(id);
      return tokens.get(index) ?? base.tokenAt(index);
    },
    setToken: (token) => {
      tokens.set(tokenIndex(token.id), token);
    },
    holding,
    setHolding,
    changes: () => ({ tokens, holdings, added }),
  };
}

/** Lets what streams accrue, as whatever touches a token does first. */
export function touch(draft: Draft, id: string): SettleToken {
  const stored = draft.token(id);
  const token = draft.time === undefined ? stored : tokenAt(stored, draft.time);
  draft.setToken(token);
  return token;
}
