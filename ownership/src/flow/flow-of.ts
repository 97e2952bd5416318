import { InvalidAmountError } from "../errors.ts";
import { type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { nodeId, tokenNode } from "../graph/token-node.ts";
import { circleFlow } from "./circle-flow.ts";
import { type FlowTurn, flowTurns, type TurnLimits } from "./flow-turns.ts";
import { splitAmongHolders } from "./split.ts";

/** What one holder got of one token's income, in wei of the currency. */
export interface FlowEdge {
  readonly token: string;
  readonly holder: string;
  readonly amount: bigint;
}

/**
 * Where gains go in the end, in whole wei of the currency.
 *
 * Exact throughout: what accounts received and what is trapped sum to the gains; the edges out of a token sum to its
 * inflow; its gain and the edges into it do so too. Each figure is the closed form D (I − C)⁻¹ rounded, off by a few
 * wei for each token that the gain passes through.
 */
export interface Flow {
  /** Account → what rests with it. */
  readonly received: Map<string, bigint>;
  /** Token → its gain and all that came in from tokens it holds, turns around circles included. */
  readonly inflow: Map<string, bigint>;
  /** What ended in tokens out of which nothing comes. */
  readonly trapped: bigint;
  /** Token → its part of `trapped`. */
  readonly trappedIn: Map<string, bigint>;
  /** Holdings that carried anything. */
  readonly edges: FlowEdge[];
  /** The same flow turn by turn, for drawing: in each, every token passes on what came in the turn before. */
  readonly turns: FlowTurn[];
}

/**
 * Lets gains flow through the graph until they rest with accounts.
 *
 * @param gains Token → realized gain, in wei of the currency.
 * @param limits When to stop drawing turns.
 *
 * Throws UnknownTokenError, and InvalidAmountError for a negative gain.
 */
export function flowOf(graph: OwnershipGraph, gains: ReadonlyMap<string, bigint>, limits: TurnLimits = {}): Flow {
  const system = flowSystem(graph, "income");
  const arriving: bigint[] = new Array(graph.tokens.length).fill(0n);
  const started = new Map<number, bigint>();
  for (const [token, gain] of gains) {
    if (gain < 0n) throw new InvalidAmountError(`Gain of ${token}`, gain, "only gains flow, so it is not negative");
    const node = tokenNode(graph, token, "A gain");
    arriving[node] = gain;
    if (gain > 0n) started.set(node, gain);
  }
  const result: Booked = { received: new Map(), inflow: new Map(), trappedIn: new Map(), edges: [] };
  for (let component = 0; component < system.components.count; component++) {
    flowThrough(system, component, arriving, result);
  }
  return {
    ...result,
    trapped: Array.from(result.trappedIn.values()).reduce((sum, amount) => sum + amount, 0n),
    turns: flowTurns(system, started, limits),
  };
}

type Booked = Pick<Flow, "received" | "inflow" | "trappedIn" | "edges">;

function flowThrough(system: FlowSystem, component: number, arriving: bigint[], result: Booked): void {
  const { graph, components, closed, circular } = system;
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  if (members.every((token) => arriving[token] === 0n)) return;
  if (closed[component]) {
    for (const token of members) {
      const amount = arriving[token] as bigint;
      if (amount === 0n) continue;
      result.inflow.set(graph.tokens[token]?.id as string, amount);
      result.trappedIn.set(graph.tokens[token]?.id as string, amount);
    }
    return;
  }
  const amounts = new Map<number, bigint>();
  const add = (edge: number, amount: bigint): void => {
    amounts.set(edge, (amounts.get(edge) ?? 0n) + amount);
  };
  let through = Array.from(members, (token) => arriving[token] as bigint);
  if (circular[component]) {
    through = circleFlow(system, component, through, add);
  } else {
    splitAmongHolders(graph, members[0] as number, through[0] as bigint, add);
  }
  for (const [place, token] of members.entries()) {
    const amount = through[place] as bigint;
    if (amount > 0n) result.inflow.set(graph.tokens[token]?.id as string, amount);
  }
  for (const [edge, amount] of amounts) book(system, component, edge, amount, arriving, result);
}

function book(
  { graph, components }: FlowSystem,
  component: number,
  edge: number,
  amount: bigint,
  arriving: bigint[],
  result: Booked,
): void {
  const holderNode = graph.edgeHolder[edge] as number;
  const holder = nodeId(graph, holderNode);
  result.edges.push({ token: graph.tokens[graph.edgeToken[edge] as number]?.id as string, holder, amount });
  if (holderNode >= graph.tokens.length) {
    result.received.set(holder, (result.received.get(holder) ?? 0n) + amount);
  } else if (components.componentOf[holderNode] !== component) {
    arriving[holderNode] = (arriving[holderNode] as bigint) + amount;
  }
}
