import { type FlowKind, type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";

/** Why nothing ever comes out of a set of tokens. */
export type ClosedReason = "no-eligible-holders" | "closed-circle";

/** Tokens out of which nothing ever comes: left out of every solution, with what they take in reported as trapped. */
export interface ClosedSet {
  readonly tokens: string[];
  readonly reason: ClosedReason;
  /** The reason as a sentence. */
  readonly explanation: string;
}

/**
 * All sets of tokens that are left out, in the order of flow. Where there are any, say so beside results.
 *
 * @param kind Whether income or value is asked about: shares in pools take no income, but they have a value outside.
 */
export function closedSets(graph: OwnershipGraph, kind: FlowKind = "income"): ClosedSet[] {
  const system = flowSystem(graph, kind);
  const sets: ClosedSet[] = [];
  for (let component = 0; component < system.components.count; component++) {
    if (system.closed[component]) sets.push(closedSet(system, component));
  }
  return sets;
}

/** Describes a closed component. */
export function closedSet(system: FlowSystem, component: number): ClosedSet {
  const tokens = componentTokens(system, component);
  if (!system.circular[component]) {
    const lacks = system.kind === "income" ? "too few shares that take part in income" : "no shares";
    return {
      tokens,
      reason: "no-eligible-holders",
      explanation: `${tokens[0]} has ${lacks}, so what comes in stays where it was.`,
    };
  }
  return {
    tokens,
    reason: "closed-circle",
    explanation: "Every share of these tokens is held inside the circle, so what comes in never reaches an account.",
  };
}

/** Ids of a component's tokens. */
export function componentTokens({ graph, components }: FlowSystem, component: number): string[] {
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  return Array.from(members, (token) => graph.tokens[token]?.id as string);
}
