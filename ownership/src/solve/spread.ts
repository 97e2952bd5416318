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

/** Told what a component passes on to, so that nobody has to look through everything. */
export interface Reach {
  component(component: number): void;
  account(account: number): void;
}

/** Solves y = x + C y component by component, from sources to accounts. `x` is taken over as the result. */
export function spread(system: FlowSystem, x: Float64Array): Spread {
  const { graph, components } = system;
  const received = new Float64Array(graph.accounts.length);
  const trapped = new Map<number, number>();
  let errorBound = 0;
  for (let component = 0; component < components.count; component++) {
    errorBound += spreadComponent(system, component, x, received, trapped);
  }
  for (let account = 0; account < received.length; account++) errorBound += receivedBound(system, account, received);
  return { inflow: x, received, trapped, errorBound };
}

/** Solves one component of `spread` and passes on what leaves it; returns by how much that may be off. */
export function spreadComponent(
  system: FlowSystem,
  component: number,
  x: Float64Array,
  received: Float64Array,
  trapped: Map<number, number>,
  reach?: Reach,
): number {
  const { graph, components, circular, closed } = system;
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  if (!members.some((token) => x[token] !== 0)) return 0;
  if (closed[component]) {
    trapped.set(
      component,
      members.reduce((sum, token) => sum + (x[token] as number), 0),
    );
    return 0;
  }
  let errorBound = 0;
  if (circular[component]) {
    const solved = componentSolver(system, component).inflow(Float64Array.from(members, (token) => x[token] as number));
    for (const [place, token] of members.entries()) x[token] = solved.values[place] as number;
    errorBound += solved.errorBound;
  }
  for (const token of members) {
    passOn(system, component, token, x, received, reach);
    errorBound += Math.abs(x[token] as number) * roundingOf(holdingCount(graph, token) + PASS_ROUNDINGS);
  }
  return errorBound;
}

/** By how much adding up what an account received may be off. */
export function receivedBound({ graph }: FlowSystem, account: number, received: Float64Array): number {
  const amount = received[account] as number;
  return amount === 0 ? 0 : Math.abs(amount) * roundingOf(holdingCount(graph, graph.tokens.length + account));
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
  reach: Reach | undefined,
): void {
  const tokenCount = graph.tokens.length;
  const amount = (inflow[token] as number) * (scale[token] as number);
  for (let edge = graph.edgeStart[token] as number; edge < (graph.treasuryStart[token] as number); edge++) {
    const account = (graph.edgeHolder[edge] as number) - tokenCount;
    const part = (graph.edgeShare[edge] as number) * amount;
    if (part === 0) continue;
    if (received[account] === 0) reach?.account(account);
    received[account] = (received[account] as number) + part;
  }
  for (let edge = graph.treasuryStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
    const holder = graph.edgeHolder[edge] as number;
    const other = components.componentOf[holder] as number;
    if (other === component) continue;
    reach?.component(other);
    inflow[holder] = (inflow[holder] as number) + (graph.edgeShare[edge] as number) * amount;
  }
}
