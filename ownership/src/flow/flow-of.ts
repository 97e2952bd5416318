import { InvalidAmountError } from "../errors.ts";
import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { type NodeNames, nodeId, tokenNode } from "../graph/token-node.ts";
import { finish } from "../steps.ts";
import { amountAt, type NodeAmounts, sumOfAmounts } from "./amounts.ts";
import { type FlowColumns, flowColumns } from "./flow-columns.ts";
import { type FlowTurn, flowTurns, type TurnLimits } from "./flow-turns.ts";

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
 * inflow; its gain and the edges into it do so too. Each figure is the closed form D (I − C)⁻¹ rounded.
 */
export interface Flow {
  /** The same by numbers, in typed arrays: for large graphs, where names and bigints take longer than the flow. */
  readonly columns: FlowColumns;
  /** Account → what rests with it; named when first read. */
  readonly received: Map<string, bigint>;
  /** Token → its gain and all that came in from tokens it holds, turns around circles included; named when first read. */
  readonly inflow: Map<string, bigint>;
  /** What ended in tokens out of which nothing comes. */
  readonly trapped: bigint;
  /** Token → its part of `trapped`. */
  readonly trappedIn: Map<string, bigint>;
  /** Holdings that carried anything; named when first read. */
  readonly edges: FlowEdge[];
  /**
   * What accounts received and what is trapped is together off the closed form by at most this, in wei: two for each
   * holding of the tokens that took anything in, unless next to nothing leaves a circle of more than a thousand tokens.
   */
  readonly errorBound: bigint;
  /**
   * The same flow turn by turn, for drawing: in each, every token passes on what came in the turn before. Made when
   * first read.
   */
  readonly turns: FlowTurn[];
}

/**
 * Lets gains flow through the graph until they rest with accounts.
 *
 * @param gains Token → realized gain, in wei of the currency.
 * @param limits When to stop drawing turns.
 *
 * Throws UnknownTokenError, and InvalidAmountError for a gain that is negative or not below 2²⁵⁶.
 */
export function flowOf(graph: OwnershipGraph, gains: ReadonlyMap<string, bigint>, limits: TurnLimits = {}): Flow {
  const nodes = gainNodes(graph, gains);
  const columns = finish(flowColumns(graph, nodes));
  return nameFlow(graph, columns, () => flowTurns(flowSystem(graph, "income"), nodes, limits));
}

/** No currency has more. */
const MAX_GAIN = 2n ** 256n;

/**
 * Gains by node, without those of zero; throws UnknownTokenError, and InvalidAmountError for a gain that is negative or
 * not below 2²⁵⁶.
 */
export function gainNodes(graph: OwnershipGraph, gains: ReadonlyMap<string, bigint>): Map<number, bigint> {
  const nodes = new Map<number, bigint>();
  for (const [token, gain] of gains) {
    if (gain < 0n) throw new InvalidAmountError(`Gain of ${token}`, gain, "only gains flow, so it is not negative");
    if (gain >= MAX_GAIN)
      throw new InvalidAmountError(`Gain of ${token}`, gain, "amounts on the chain are below 2^256");
    const node = tokenNode(graph, token, "A gain");
    if (gain > 0n) nodes.set(node, gain);
  }
  return nodes;
}

/** Gives the nodes of a flow their names as they are asked for; `drawTurns` is called when turns are first asked for. */
export function nameFlow(names: NodeNames, columns: FlowColumns, drawTurns: () => FlowTurn[]): Flow {
  const named = ({ nodes, amounts }: NodeAmounts): Map<string, bigint> => {
    const map = new Map<string, bigint>();
    for (const [index, node] of nodes.entries()) map.set(nodeId(names, node), amountAt(amounts, index));
    return map;
  };
  let received: Map<string, bigint> | undefined;
  let inflow: Map<string, bigint> | undefined;
  let edges: FlowEdge[] | undefined;
  let turns: FlowTurn[] | undefined;
  return {
    columns,
    get received() {
      received ??= named(columns.received);
      return received;
    },
    get inflow() {
      inflow ??= named(columns.inflow);
      return inflow;
    },
    trapped: sumOfAmounts(columns.trappedIn.amounts),
    trappedIn: named(columns.trappedIn),
    get edges() {
      edges ??= nameEdges(names, columns);
      return edges;
    },
    errorBound: columns.errorBound,
    get turns() {
      turns ??= drawTurns();
      return turns;
    },
  };
}

function nameEdges(names: NodeNames, { edgeToken, edgeHolder, edgeAmount }: FlowColumns): FlowEdge[] {
  return Array.from(edgeToken, (token, index) => ({
    token: nodeId(names, token),
    holder: nodeId(names, edgeHolder[index] as number),
    amount: amountAt(edgeAmount, index),
  }));
}
