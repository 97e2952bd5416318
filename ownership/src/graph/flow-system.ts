import { type Condensation, condense } from "./condensation.ts";
import { MIN_ELIGIBLE_SUPPLY } from "./limits.ts";
import type { OwnershipGraph } from "./ownership-graph.ts";

/** `income` divides by eligible supply, `value` by total supply with pools as holders outside. */
export type FlowKind = "income" | "value";

/** The linear system y = x + C y over a graph, cut into components. */
export interface FlowSystem {
  readonly kind: FlowKind;
  readonly graph: OwnershipGraph;
  readonly components: Condensation;
  /** Token → what its edge shares are multiplied with; 0 where nothing is passed on. */
  readonly scale: Float64Array;
  /** Token → part that goes to pools. */
  readonly outside: Float64Array;
  /** Component → 1 when tokens in it get back a part of what they pass on. */
  readonly circular: Uint8Array;
  /** Component → 1 when nothing ever leaves it: what comes in is trapped. */
  readonly closed: Uint8Array;
  /** Solvers of components, made when first needed. */
  readonly solvers: Map<number, unknown>;
}

const SYSTEMS: Record<FlowKind, WeakMap<OwnershipGraph, FlowSystem>> = {
  income: new WeakMap(),
  value: new WeakMap(),
};

/** The graph's system of one kind; made once for each graph. */
export function flowSystem(graph: OwnershipGraph, kind: FlowKind): FlowSystem {
  const known = SYSTEMS[kind].get(graph);
  if (known) return known;
  const made = createFlowSystem(graph, kind);
  SYSTEMS[kind].set(graph, made);
  return made;
}

/** Whether a token takes in income. */
export function acceptsIncome(eligibleSupply: bigint): boolean {
  return eligibleSupply >= MIN_ELIGIBLE_SUPPLY;
}

function createFlowSystem(graph: OwnershipGraph, kind: FlowKind): FlowSystem {
  const scale = new Float64Array(graph.tokens.length);
  const outside = new Float64Array(graph.tokens.length);
  for (const [node, { eligibleSupply, totalSupply }] of graph.tokens.entries()) {
    if (kind === "income") {
      scale[node] = acceptsIncome(eligibleSupply) ? 1 : 0;
    } else if (totalSupply > 0n) {
      scale[node] = Number(eligibleSupply) / Number(totalSupply);
      outside[node] = Number(totalSupply - eligibleSupply) / Number(totalSupply);
    }
  }
  const components = condense(graph, (token) => scale[token] !== 0);
  return {
    kind,
    graph,
    components,
    scale,
    outside,
    ...classify(graph, components, scale, outside),
    solvers: new Map(),
  };
}

function classify(graph: OwnershipGraph, components: Condensation, scale: Float64Array, outside: Float64Array) {
  const circular = new Uint8Array(components.count);
  const closed = new Uint8Array(components.count).fill(1);
  for (let token = 0; token < graph.tokens.length; token++) {
    const component = components.componentOf[token] as number;
    if ((outside[token] as number) > 0) closed[component] = 0;
    if (scale[token] === 0) continue;
    if ((graph.edgeStart[token] as number) < (graph.treasuryStart[token] as number)) closed[component] = 0;
    for (let edge = graph.treasuryStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
      if (components.componentOf[graph.edgeHolder[edge] as number] === component) circular[component] = 1;
      else closed[component] = 0;
    }
  }
  return { circular, closed };
}
