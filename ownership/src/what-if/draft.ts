import { UnknownTokenError } from "../errors.ts";
import type { HoldingState } from "../graph/ownership-graph.ts";
import { type SettleState, type SettleToken, tokenAt } from "../plan/settle-state.ts";

/** A copy of a state on which calls of the contracts are carried out. */
export interface Draft {
  /** Time stamp of the block, Unix time; undefined when streams count as they stand. */
  readonly time: bigint | undefined;
  /** Throws UnknownTokenError. */
  token(id: string): SettleToken;
  setToken(token: SettleToken): void;
  /** A holder's part of a token; an empty one for who never held. */
  holding(token: string, holder: string): HoldingState;
  setHolding(holding: HoldingState): void;
  toState(): SettleState;
}

/** Opens a draft of what happens at `time`. */
export function createDraft(state: SettleState, time: bigint | undefined): Draft {
  const tokens = state.tokens.slice();
  const holdings = state.holdings.slice();
  const indexOf = (token: string, holder: string): number =>
    holdings.findIndex((holding) => holding.token === token && holding.holder === holder);
  const tokenIndex = (id: string): number => {
    const index = tokens.findIndex((token) => token.id === id);
    if (index < 0) throw new UnknownTokenError(id, "What would happen");
    return index;
  };
  return {
    time,
    token: (id) => tokens[tokenIndex(id)] as SettleToken,
    setToken: (token) => {
      tokens[tokenIndex(token.id)] = token;
    },
    holding: (token, holder) =>
      holdings[indexOf(token, holder)] ?? { token, holder, balance: 0n, debt: 0n, excluded: false },
    setHolding: (holding) => {
      const index = indexOf(holding.token, holding.holder);
      if (index < 0) holdings.push(holding);
      else holdings[index] = holding;
    },
    toState: () => ({ tokens, holdings }),
  };
}

/** Lets what streams accrue, as whatever touches a token does first. */
export function touch(draft: Draft, id: string): SettleToken {
  const stored = draft.token(id);
  const token = draft.time === undefined ? stored : tokenAt(stored, draft.time);
  draft.setToken(token);
  return token;
}
