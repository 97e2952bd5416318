import { type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import type { Steps } from "../steps.ts";
import { type BookEdge, circleFlow } from "./circle-flow.ts";
import { splitAmongHolders } from "./split.ts";

/** Amounts of some nodes, in wei of the currency; all above zero. */
export interface NodeAmounts {
  readonly nodes: Uint32Array<ArrayBuffer>;
  readonly amounts: readonly bigint[];
}

/** A flow by numbers: what `Flow` is before nodes get their names. */
export interface FlowColumns {
  readonly received: NodeAmounts;
  readonly inflow: NodeAmounts;
  readonly trappedIn: NodeAmounts;
  /** What carried anything: tokens, holders and amounts by the same index. */
  readonly edgeToken: Uint32Array<ArrayBuffer>;
  readonly edgeHolder: Uint32Array<ArrayBuffer>;
  readonly edgeAmount: readonly bigint[];
  /** See `Flow`. */
  readonly errorBound: bigint;
}

/** Components between two steps: few enough that a step of small ones takes no more than some milliseconds. */
const COMPONENTS_A_STEP = 1024;

interface Booking {
  /** Token → what came in so far. */
  readonly arriving: bigint[];
  readonly trapped: bigint[];
  /** Account → what rests with it. */
  readonly received: bigint[];
  readonly edges: number[];
  readonly edgeAmount: bigint[];
  errorBound: bigint;
}

/**
 * Lets gains flow component by component, from sources to accounts.
 *
 * @param gains Token node → realized gain, in wei; none negative.
 */
export function* flowColumns(graph: OwnershipGraph, gains: ReadonlyMap<number, bigint>): Steps<FlowColumns> {
  const system = flowSystem(graph, "income");
  const booking: Booking = {
    arriving: new Array(graph.tokens.length).fill(0n),
    trapped: new Array(graph.tokens.length).fill(0n),
    received: new Array(graph.accounts.length).fill(0n),
    edges: [],
    edgeAmount: [],
    errorBound: 0n,
  };
  for (const [node, gain] of gains) booking.arriving[node] = gain;
  const book = bookingInto(graph, booking);
  const total = system.components.count;
  for (let component = 0; component < total; component++) {
    flowThrough(system, component, booking, book);
    if (component % COMPONENTS_A_STEP === 0 || system.circular[component]) yield { done: component, total };
  }
  return {
    received: nonZero(booking.received, graph.tokens.length),
    inflow: nonZero(booking.arriving, 0),
    trappedIn: nonZero(booking.trapped, 0),
    edgeToken: Uint32Array.from(booking.edges, (edge) => graph.edgeToken[edge] as number),
    edgeHolder: Uint32Array.from(booking.edges, (edge) => graph.edgeHolder[edge] as number),
    edgeAmount: booking.edgeAmount,
    errorBound: booking.errorBound,
  };
}

function bookingInto(
  { tokens, edgeHolder }: OwnershipGraph,
  { arriving, received, edges, edgeAmount }: Booking,
): BookEdge {
  return (edge, amount) => {
    const holder = edgeHolder[edge] as number;
    edges.push(edge);
    edgeAmount.push(amount);
    if (holder < tokens.length) {
      arriving[holder] = (arriving[holder] as bigint) + amount;
    } else {
      const account = holder - tokens.length;
      received[account] = (received[account] as bigint) + amount;
    }
  };
}

function flowThrough(system: FlowSystem, component: number, booking: Booking, book: BookEdge): void {
  const { graph, components, closed, circular } = system;
  const { arriving, trapped } = booking;
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  if (members.every((token) => arriving[token] === 0n)) return;
  if (closed[component]) {
    for (const token of members) trapped[token] = arriving[token] as bigint;
  } else if (circular[component]) {
    const inputs = Array.from(members, (token) => arriving[token] as bigint);
    const { through, errorBound } = circleFlow(system, component, inputs, book);
    // What came round was booked as arriving too.
    for (const [place, token] of members.entries()) arriving[token] = through[place] as bigint;
    booking.errorBound += errorBound;
  } else {
    const token = members[0] as number;
    splitAmongHolders(graph, token, arriving[token] as bigint, book);
    booking.errorBound += 2n * BigInt((graph.edgeStart[token + 1] as number) - (graph.edgeStart[token] as number));
  }
}

function nonZero(sums: readonly bigint[], firstNode: number): NodeAmounts {
  const nodes: number[] = [];
  const amounts: bigint[] = [];
  for (let index = 0; index < sums.length; index++) {
    const amount = sums[index] as bigint;
    if (amount === 0n) continue;
    nodes.push(firstNode + index);
    amounts.push(amount);
  }
  return { nodes: Uint32Array.from(nodes), amounts };
}
