import type { FlowSystem } from "../graph/flow-system.ts";
import { edgeBalance } from "../graph/ownership-graph.ts";

/** Holdings within one circle, by the places of its tokens. */
export interface CircleHoldings {
  readonly component: number;
  readonly size: number;
  /** Place → token. */
  readonly members: Uint32Array;
  /** Place `k` passes on through the inner holdings `start[k] … start[k + 1] - 1`. */
  readonly start: Uint32Array;
  /** Inner holding → edge of the graph. */
  readonly edge: Uint32Array;
  /** Inner holding → place that holds. */
  readonly target: Uint32Array;
  /** Place → what others than the circle's tokens hold, in wei of shares. */
  readonly outside: readonly bigint[];
  /** Place → number of inner holdings that it holds. */
  readonly holds: Uint32Array;
}

const KNOWN = new WeakMap<FlowSystem, Map<number, CircleHoldings>>();

/** The holdings within a component; collected once. */
export function circleHoldings(system: FlowSystem, component: number): CircleHoldings {
  const known = KNOWN.get(system) ?? new Map<number, CircleHoldings>();
  KNOWN.set(system, known);
  const found = known.get(component) ?? collect(system, component);
  known.set(component, found);
  return found;
}

function collect({ graph, components }: FlowSystem, component: number): CircleHoldings {
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  const start = new Uint32Array(members.length + 1);
  const holds = new Uint32Array(members.length);
  const edges: number[] = [];
  const targets: number[] = [];
  const outside: bigint[] = [];
  for (const [place, token] of members.entries()) {
    let rest = graph.tokens[token]?.eligibleSupply as bigint;
    for (let edge = graph.treasuryStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
      const holder = graph.edgeHolder[edge] as number;
      if (components.componentOf[holder] !== component) continue;
      const target = components.placeOf[holder] as number;
      edges.push(edge);
      targets.push(target);
      holds[target] = (holds[target] as number) + 1;
      rest -= edgeBalance(graph, edge);
    }
    outside.push(rest);
    start[place + 1] = edges.length;
  }
  return {
    component,
    size: members.length,
    members,
    start,
    edge: Uint32Array.from(edges),
    target: Uint32Array.from(targets),
    outside,
    holds,
  };
}
