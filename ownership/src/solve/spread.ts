import type { FlowSystem } from "../graph/flow-system.ts";
import { componentSolver } from "./component-solver.ts";
import { PASS_ROUNDINGS, roundingOf } from "./rounding.ts";

/** Where inputs go in the end. */
export interface Spread {
  /** Token → total inflow y = x + C y, turns around circles included; closed components keep what enters. */
  readonly inflow: Float64Array;
  /** Account → what rests with it. */
  readonly received: Float64Array;
  /** Component → what entered and never leaves. */
  readonly trapped: Map<number, number>;
  /**
   * What accounts received and what is trapped is, added up, off by at most this for an input that is nowhere negative:
   * an error at a token changes all that it leads to by at most itself, so bounds of all places add up.
   */
  readonly errorBound: number;
}

/** Solves y = x + C y component by component, from sources to accounts. `x` is taken over as the result. */
export function spread(system: FlowSystem, x: Float64Array): Spread {
  const { graph, components, circular, closed } = system;
  const received = new Float64Array(graph.accounts.length);
  const trapped = new Map<number, number>();
  let errorBound = 0;
  for (let component = 0; component < components.count; component++) {
    const members = components.members.subarray(components.start[component], components.start[component + 1]);
    if (!members.some((token) => x[token] !== 0)) continue;
    if (closed[component]) {
      trapped.set(
        component,
        members.reduce((sum, token) => sum + (x[token] as number), 0),
      );
      continue;
    }
    if (circular[component]) {
      const solved = componentSolver(system, component).inflow(
        Float64Array.from(members, (token) => x[token] as number),
      );
      for (const [place, token] of members.entries()) x[token] = solved.values[place] as number;
      errorBound += solved.errorBound;
    }
    for (const token of members) {
      passOn(system, component, token, x, received);
      errorBound += Math.abs(x[token] as number) * roundingOf(holdingCount(graph, token) + PASS_ROUNDINGS);
    }
  }
  for (let account = 0; account < received.length; account++) {
    const amount = received[account] as number;
    if (amount === 0) continue;
    errorBound += Math.abs(amount) * roundingOf(holdingCount(graph, graph.tokens.length + account));
  }
  return { inflow: x, received, trapped, errorBound };
}

/** Number of tokens that a node holds: terms of the sum of what it takes in. */
function holdingCount({ heldStart }: FlowSystem["graph"], node: number): number {
  return (heldStart[node + 1] as number) - (heldStart[node] as number);
}

/** Adds what a token passes on out of its component. */
function passOn(
  { graph, components, scale }: FlowSystem,
  component: number,
  token: number,
  inflow: Float64Array,
  received: Float64Array,
): void {
  const tokenCount = graph.tokens.length;
  const amount = (inflow[token] as number) * (scale[token] as number);
  for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
    const holder = graph.edgeHolder[edge] as number;
    const part = (graph.edgeShare[edge] as number) * amount;
    if (holder >= tokenCount) {
      received[holder - tokenCount] = (received[holder - tokenCount] as number) + part;
    } else if (components.componentOf[holder] !== component) {
      inflow[holder] = (inflow[holder] as number) + part;
    }
  }
}
