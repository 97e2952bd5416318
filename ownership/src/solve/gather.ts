import type { FlowSystem } from "../graph/flow-system.ts";
import { componentSolver } from "./component-solver.ts";
import { PASS_ROUNDINGS, roundingOf } from "./rounding.ts";

/** For each token, the part of its income that ends where it is asked for. */
export interface Gathered {
  readonly shares: Float64Array<ArrayBuffer>;
  /**
   * Any share may be off by this, rounding included: by what the solution of its component may be off, and by the most
   * that those of the components it leads to may be, since what goes there sums to at most one.
   */
  readonly errorBound: number;
}

/**
 * Solves s = d + Cᵀ s component by component, from accounts back to sources. `direct` has what each token pays
 * directly to the accounts that are asked about, at most 1, and is taken over as the result.
 */
export function gather(system: FlowSystem, direct: Float64Array<ArrayBuffer>): Gathered {
  const { graph, components, circular, closed } = system;
  const bounds = new Float64Array(components.count);
  for (let component = components.count - 1; component >= 0; component--) {
    const members = components.members.subarray(components.start[component], components.start[component + 1]);
    if (closed[component]) {
      for (const token of members) direct[token] = 0;
      continue;
    }
    let [further, own] = [0, 0];
    for (const token of members) {
      further = Math.max(further, addFromHolders(system, component, token, direct, bounds));
      if (direct[token] === 0) continue;
      const edges = (graph.edgeStart[token + 1] as number) - (graph.edgeStart[token] as number);
      own = Math.max(own, roundingOf(edges + PASS_ROUNDINGS));
    }
    bounds[component] = further + own;
    if (!circular[component] || own === 0) continue;
    const solved = componentSolver(system, component).shares(
      Float64Array.from(members, (token) => direct[token] as number),
    );
    for (const [place, token] of members.entries()) direct[token] = solved.values[place] as number;
    bounds[component] = further + solved.errorBound;
  }
  return { shares: direct, errorBound: bounds.reduce((most, bound) => Math.max(most, bound), 0) };
}

/**
 * Adds what reaches the asked accounts through holders outside of the token's component; returns the largest of the
 * bounds of these.
 */
function addFromHolders(
  { graph, components, scale }: FlowSystem,
  component: number,
  token: number,
  shares: Float64Array,
  bounds: Float64Array,
): number {
  const factor = scale[token] as number;
  let bound = 0;
  let sum = (shares[token] as number) * factor;
  for (let edge = graph.treasuryStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
    const holder = graph.edgeHolder[edge] as number;
    if (components.componentOf[holder] === component) continue;
    sum += (graph.edgeShare[edge] as number) * factor * (shares[holder] as number);
    bound = Math.max(bound, bounds[components.componentOf[holder] as number] as number);
  }
  shares[token] = sum;
  return bound;
}

/** Direct shares of one holder, by token. */
export function directSharesOf({ graph }: FlowSystem, holder: number): Float64Array<ArrayBuffer> {
  const direct = new Float64Array(graph.tokens.length);
  for (let at = graph.heldStart[holder] as number; at < (graph.heldStart[holder + 1] as number); at++) {
    const edge = graph.held[at] as number;
    direct[graph.edgeToken[edge] as number] = graph.edgeShare[edge] as number;
  }
  return direct;
}

/** Direct shares of all accounts together, by token. */
export function directSharesOfAll({ graph }: FlowSystem): Float64Array<ArrayBuffer> {
  const direct = new Float64Array(graph.tokens.length);
  for (let edge = 0; edge < graph.edgeHolder.length; edge++) {
    if ((graph.edgeHolder[edge] as number) < graph.tokens.length) continue;
    const token = graph.edgeToken[edge] as number;
    direct[token] = (direct[token] as number) + (graph.edgeShare[edge] as number);
  }
  return direct;
}
