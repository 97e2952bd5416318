import { flowOf } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "../model/graph-view.ts";
import { type FlowStep, flowSteps } from "./flow-steps.ts";
import { type Way, wayTo } from "./way-to.ts";

/** Most turns that are shown one by one; what then still goes round is shown as one last turn. */
const MOST_TURNS = 8;

/** The part of a gain below which nothing is shown on its way any more: a thousandth. */
const SHOWN_PART = 1000n;

/** What rests with one account in the end. */
export type Rest = {
  readonly account: string;
  /** The node that the account is drawn in; none for holders that the index does not list. */
  readonly node: Address | undefined;
  /** In wei of the currency. */
  readonly amount: bigint;
  /** The part of the gain, from 0 to 1; for a bar. */
  readonly part: number;
  readonly way: Way;
};

/** Where a gain of one token goes, turn by turn and in the end. Amounts in wei of the currency. */
export type GainFlow = {
  readonly source: Address;
  readonly gain: bigint;
  /** Who has how much in the end, most first; together with `trapped` exactly the gain. */
  readonly rests: readonly Rest[];
  readonly trapped: bigint;
  /** Tokens in which a part is trapped. */
  readonly trappedIn: ReadonlyMap<Address, bigint>;
  /** What came into each token, turns around circles included. */
  readonly inflow: ReadonlyMap<Address, bigint>;
  /** What each thread carried in all, by its id. */
  readonly carried: ReadonlyMap<string, bigint>;
  /** Every turn that is worth showing, and a last one for the rest. */
  readonly steps: readonly FlowStep[];
};

/** Lets a token take in a gain and follows it to where it rests. Throws when the snapshot does not have the token. */
export function gainFlow(snapshot: OwnershipSnapshot, view: GraphView, source: Address, gain: bigint): GainFlow {
  const flow = flowOf(snapshot.graph, new Map([[source, gain]]), { maxTurns: MOST_TURNS, until: gain / SHOWN_PART });
  const rests = Array.from(
    flow.received,
    ([account, amount]): Rest => ({
      account,
      node: view.nodeOf.get(account as Address),
      amount,
      part: gain === 0n ? 0 : Number(amount) / Number(gain),
      way: wayTo(flow, source, account),
    }),
  ).sort((a, b) => (a.amount === b.amount ? (a.account < b.account ? -1 : 1) : a.amount > b.amount ? -1 : 1));
  return {
    source,
    gain,
    rests,
    trapped: flow.trapped,
    trappedIn: flow.trappedIn as ReadonlyMap<Address, bigint>,
    inflow: flow.inflow as ReadonlyMap<Address, bigint>,
    carried: new Map(flow.edges.map((edge) => [`${edge.token} ${edge.holder}`, edge.amount])),
    steps: flowSteps(flow, source, gain),
  };
}
