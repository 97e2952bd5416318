import { type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { type Steps, UNDER_WAY } from "../steps.ts";
import { type Amounts, type NodeAmounts, nodeAmounts } from "./amounts.ts";
import { createBooking } from "./booking.ts";
import { circleFlow, TooNarrow } from "./circle-flow.ts";
import { createInverses } from "./inverses.ts";
import { copyLimbs, isZero, LIMB_BITS, setBigint } from "./limbs.ts";
import { createSplitter } from "./splitter.ts";

/** A flow by numbers: what `Flow` is before nodes get their names and amounts become bigints. */
export interface FlowColumns {
  /** Accounts; see `Flow`. */
  readonly received: NodeAmounts;
  /** Tokens. */
  readonly inflow: NodeAmounts;
  /** Tokens. */
  readonly trappedIn: NodeAmounts;
  /** What carried anything: tokens, holders and amounts by the same index. */
  readonly edgeToken: Uint32Array<ArrayBuffer>;
  readonly edgeHolder: Uint32Array<ArrayBuffer>;
  readonly edgeAmount: Amounts;
  /** See `Flow`. */
  readonly errorBound: bigint;
}

/** Components between two steps: few enough that a step of small ones takes no more than some milliseconds. */
const COMPONENTS_A_STEP = 1024;

/** Bits that amounts have more than all gains: circles are passed through several times. */
const ROOM_BITS = 8;

/**
 * Lets gains flow component by component, from sources to accounts.
 *
 * @param gains Token node → realized gain, in wei; none negative.
 */
export function* flowColumns(graph: OwnershipGraph, gains: ReadonlyMap<number, bigint>): Steps<FlowColumns> {
  const system = flowSystem(graph, "income");
  yield UNDER_WAY;
  let total = 0n;
  for (const gain of gains.values()) total += gain;
  let bits = total.toString(2).length + ROOM_BITS;
  for (;;) {
    try {
      return yield* flowInLimbs(system, gains, Math.ceil(bits / LIMB_BITS));
    } catch (error) {
      if (!(error instanceof TooNarrow)) throw error;
      // What next to nothing leaves is passed through many times.
      bits = error.bits + ROOM_BITS;
    }
  }
}

/** @param width Limbs of amounts. */
function* flowInLimbs(system: FlowSystem, gains: ReadonlyMap<number, bigint>, width: number): Steps<FlowColumns> {
  const { graph, components, closed, circular } = system;
  const splitter = createSplitter(graph, width);
  const inverses = createInverses(system, splitter);
  const booking = createBooking(graph, width);
  const { arriving, trapped, book } = booking;
  for (const [node, gain] of gains) setBigint(arriving, node * width, width, gain);
  let errorBound = 0n;
  for (let component = 0; component < components.count; component++) {
    if (component % COMPONENTS_A_STEP === 0) yield { done: component, total: components.count };
    const members = components.members.subarray(components.start[component], components.start[component + 1]);
    if (members.every((token) => isZero(arriving, token * width, width))) continue;
    if (closed[component]) {
      for (const token of members) copyLimbs(trapped, token * width, arriving, token * width, width);
    } else if (circular[component]) {
      errorBound += yield* circleFlow(system, component, arriving, { splitter, inverses }, book);
    } else {
      const token = members[0] as number;
      splitter.split(token, arriving, token * width, inverses.limbs, inverses.ofSupply(token), undefined, book);
      errorBound += 2n * BigInt((graph.edgeStart[token + 1] as number) - (graph.edgeStart[token] as number));
    }
  }
  yield { done: components.count, total: components.count };
  return {
    received: nodeAmounts(booking.received, width, graph.tokens.length),
    inflow: nodeAmounts(arriving, width, 0),
    trappedIn: nodeAmounts(trapped, width, 0),
    ...booking.edges(),
    errorBound,
  };
}
