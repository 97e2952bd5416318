import type { Flow, FlowEdge } from "@weft/ownership";
import type { Address } from "../../../lib/address.ts";

/** What one token passes on in one turn, in wei of the currency. */
export type Passing = {
  readonly token: Address;
  readonly amount: bigint;
  /** To whom, most first. */
  readonly parts: readonly { readonly holder: string; readonly amount: bigint }[];
};

/** One turn of a flow: every token passes on what came in during the turn before. */
export type FlowStep = {
  readonly passings: readonly Passing[];
  /** What rests with each account after this turn, in wei of the currency. */
  readonly rests: ReadonlyMap<string, bigint>;
  /** What is still on its way after this turn, in wei of the currency. */
  readonly onTheWay: bigint;
  /** From 1 for the first turn, paler with each; for drawing. */
  readonly strength: number;
  /** Whether it stands for all the turns that are too small to be shown one by one. */
  readonly remainder: boolean;
};

/** What is left of a turn's colour in the next one. */
const PALER = 0.82;

/**
 * The turns of a flow, as they are shown. When something is still on its way after the turns that the flow lists, a
 * last step brings all of it to rest, so that the steps end with exactly the flow's result.
 */
export function flowSteps(flow: Flow, source: Address, gain: bigint): FlowStep[] {
  const rests = new Map<string, bigint>();
  const tokens = new Set<string>([source, ...flow.inflow.keys()]);
  const steps: FlowStep[] = flow.turns.map((turn, index) => {
    for (const edge of turn.edges) {
      if (!tokens.has(edge.holder)) rests.set(edge.holder, (rests.get(edge.holder) ?? 0n) + edge.amount);
    }
    return {
      passings: byToken(turn.edges),
      rests: new Map(rests),
      onTheWay: turn.onTheWay,
      strength: PALER ** index,
      remainder: false,
    };
  });
  const onTheWay = steps.at(-1)?.onTheWay ?? 0n;
  if (onTheWay === 0n || gain === 0n) return steps;
  const last: FlowStep = {
    passings: [],
    rests: flow.received,
    onTheWay: 0n,
    strength: PALER ** steps.length,
    remainder: true,
  };
  return [...steps, last];
}

function byToken(edges: readonly FlowEdge[]): Passing[] {
  const passings = new Map<string, { holder: string; amount: bigint }[]>();
  for (const { token, holder, amount } of edges) {
    const parts = passings.get(token);
    if (parts) parts.push({ holder, amount });
    else passings.set(token, [{ holder, amount }]);
  }
  return Array.from(passings, ([token, parts]) => ({
    token: token as Address,
    amount: parts.reduce((sum, part) => sum + part.amount, 0n),
    parts: parts.sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1)),
  }));
}
