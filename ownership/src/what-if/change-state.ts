import type { SettleState, SettleToken } from "../plan/settle-state.ts";
import type { Base, Changes } from "./draft.ts";

/** A state as it is, without an index: good for few questions. */
export function baseOfState({ tokens, holdings }: SettleState): Base {
  return {
    tokenIndex: (id) => tokens.findIndex((token) => token.id === id),
    tokenAt: (index) => tokens[index] as SettleToken,
    holdingIndex: (token, holder) =>
      holdings.findIndex((holding) => holding.token === token && holding.holder === holder),
    holdingAt: (index) => holdings[index] as SettleState["holdings"][number],
  };
}

/** A state with changes; what they don't touch is shared. */
export function changeState(state: SettleState, changes: Changes): SettleState {
  const tokens = state.tokens.slice();
  const holdings = state.holdings.slice();
  for (const [index, token] of changes.tokens) tokens[index] = token;
  for (const [index, holding] of changes.holdings) holdings[index] = holding;
  return { tokens, holdings: holdings.concat(changes.added) };
}
