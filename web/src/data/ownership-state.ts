import type { SettleState } from "@weft/ownership";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";

/** The state of each snapshot: made once, since plans for the same state share its graph. */
const states = new WeakMap<OwnershipSnapshot, SettleState>();

/**
 * What plans and what-ifs start from: tokens and holdings as the contracts store them, streams as last touched. Give the
 * snapshot's `timestamp` along, so that what streamed until then counts.
 */
export function settleStateOf(snapshot: OwnershipSnapshot): SettleState {
  const known = states.get(snapshot);
  if (known) return known;
  const state: SettleState = {
    tokens: Array.from(snapshot.tokens.values(), ({ address, totalSupply, stream, totalIncome, totalClaimed }) => ({
      id: address,
      totalSupply,
      ...stream,
      accounted: totalIncome - totalClaimed,
    })),
    holdings: snapshot.holdings.map(({ token, holder, balance, debt, class: kind }) => ({
      token,
      holder,
      balance,
      debt,
      excluded: kind === "EXCLUDED",
    })),
  };
  states.set(snapshot, state);
  return state;
}
