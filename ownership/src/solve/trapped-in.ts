import type { FlowSystem } from "../graph/flow-system.ts";

/** A set of tokens out of which no income ever comes. */
export interface TrappedIn {
  readonly tokens: string[];
  /** Part of the unit that ends there. */
  readonly share: number;
  readonly reason: "no-eligible-holders" | "closed-circle";
}

/** Names the closed components that took something in. */
export function trappedIn(system: FlowSystem, trapped: ReadonlyMap<number, number>): TrappedIn[] {
  return Array.from(trapped, ([component, share]) => ({
    tokens: componentTokens(system, component),
    share,
    reason: system.circular[component] ? ("closed-circle" as const) : ("no-eligible-holders" as const),
  }));
}

/** Ids of a component's tokens. */
export function componentTokens({ graph, components }: FlowSystem, component: number): string[] {
  const members = components.members.subarray(components.start[component], components.start[component + 1]);
  return Array.from(members, (token) => graph.tokens[token]?.id as string);
}
