import type { FlowSystem } from "../graph/flow-system.ts";
import { componentSolver } from "./component-solver.ts";

/** For each token, the part of its income that ends where it is asked for. */
export interface Gathered {
  readonly shares: Float64Array;
  /** Any share may be short by this, beside rounding. */
  readonly errorBound: number;
}

/**
 * Solves s = d + Cᵀ s component by component, from accounts back to sources. `direct` has what each token pays
 * directly to the accounts that are asked about, at most 1, and is taken over as the result.
 */
export function gather(system: FlowSystem, direct: Float64Array): Gathered {
  const { components, circular, closed } = system;
  let errorBound = 0;
  for (let component = components.count - 1; component >= 0; component--) {
    const members = components.members.subarray(components.start[component], components.start[component + 1]);
    if (closed[component]) {
      for (const token of members) direct[token] = 0;
      continue;
    }
    for (const token of members) addFromHolders(system, component, token, direct);
    if (!circular[component] || !members.some((token) => direct[token] !== 0)) continue;
    const solved = componentSolver(system, component).shares(
      Float64Array.from(members, (token) => direct[token] as number),
    );
    for (const [place, token] of members.entries()) direct[token] = solved.values[place] as number;
    errorBound += solved.errorBound;
  }
  return { shares: direct, errorBound };
}

/** Adds what reaches the asked accounts through holders outside of the token's component. */
function addFromHolders(
  { graph, components, scale }: FlowSystem,
  component: number,
  token: number,
  shares: Float64Array,
): void {
  const factor = scale[token] as number;
  let sum = (shares[token] as number) * factor;
  for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
    const holder = graph.edgeHolder[edge] as number;
    if (holder >= graph.tokens.length || components.componentOf[holder] === component) continue;
    sum += (graph.edgeShare[edge] as number) * factor * (shares[holder] as number);
  }
  shares[token] = sum;
}

/** Direct shares of one holder, by token. */
export function directSharesOf({ graph }: FlowSystem, holder: number): Float64Array {
  const direct = new Float64Array(graph.tokens.length);
  for (let at = graph.heldStart[holder] as number; at < (graph.heldStart[holder + 1] as number); at++) {
    const edge = graph.held[at] as number;
    direct[graph.edgeToken[edge] as number] = graph.edgeShare[edge] as number;
  }
  return direct;
}

/** Direct shares of all accounts together, by token. */
export function directSharesOfAll({ graph }: FlowSystem): Float64Array {
  const direct = new Float64Array(graph.tokens.length);
  for (let edge = 0; edge < graph.edgeHolder.length; edge++) {
    if ((graph.edgeHolder[edge] as number) < graph.tokens.length) continue;
    const token = graph.edgeToken[edge] as number;
    direct[token] = (direct[token] as number) + (graph.edgeShare[edge] as number);
  }
  return direct;
}
