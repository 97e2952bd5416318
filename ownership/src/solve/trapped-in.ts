import type { FlowSystem } from "../graph/flow-system.ts";
import { type ClosedSet, closedSet } from "./closed-sets.ts";

/** A set of tokens out of which no income ever comes, and what it took in. */
export interface TrappedIn extends ClosedSet {
  /** Part of the unit that ends there. */
  readonly share: number;
}

/** Names the closed components that took something in. */
export function trappedIn(system: FlowSystem, trapped: ReadonlyMap<number, number>): TrappedIn[] {
  return Array.from(trapped, ([component, share]) => ({ ...closedSet(system, component), share }));
}
