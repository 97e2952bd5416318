import type { FlowSystem } from "../graph/flow-system.ts";
import { edgeBalance } from "../graph/ownership-graph.ts";

/** Holdings within one circle, in whole numbers, by the places of its tokens. */
export interface CircleHoldings {
  readonly size: number;
  /** Place → token. */
  readonly members: Uint32Array;
  /** Place `k` passes on through the inner holdings `start[k] … start[k + 1] - 1`. */
  readonly start: Uint32Array;
  /** Inner holding → edge of the graph. */
  readonly edge: Uint32Array;
  /** Inner holding → place that holds. */
  readonly target: Uint32Array;
  /** Inner holding → balance, in wei of shares. */
  readonly weight: readonly bigint[];
  /** Place → eligible supply, in wei of shares. */
  readonly supply: readonly bigint[];
  /** Place → what others than the circle's tokens hold, in wei of shares. */
  readonly outside: readonly bigint[];
  /** Place → number of inner holdings that it holds. */
  readonly holds: Uint32Array;
}

/** Collects the holdings within a component. */
export function circleHoldings({ graph, components }: FlowSystem, component: number): CircleHoldings {
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  const start = new Uint32Array(members.length + 1);
  const holds = new Uint32Array(members.length);
  const edges: number[] = [];
  const targets: number[] = [];
  const weight: bigint[] = [];
  const supply: bigint[] = [];
  const outside: bigint[] = [];
  for (const [place, token] of members.entries()) {
    const eligible = graph.tokens[token]?.eligibleSupply as bigint;
    let rest = eligible;
    for (let edge = graph.treasuryStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
      const holder = graph.edgeHolder[edge] as number;
      if (components.componentOf[holder] !== component) continue;
      const target = components.placeOf[holder] as number;
      const balance = edgeBalance(graph, edge);
      edges.push(edge);
      targets.push(target);
      weight.push(balance);
      holds[target] = (holds[target] as number) + 1;
      rest -= balance;
    }
    supply.push(eligible);
    outside.push(rest);
    start[place + 1] = edges.length;
  }
  return {
    size: members.length,
    members,
    start,
    edge: Uint32Array.from(edges),
    target: Uint32Array.from(targets),
    weight,
    supply,
    outside,
    holds,
  };
}
