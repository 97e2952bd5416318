import type { FlowSystem } from "../graph/flow-system.ts";
import { createCirculation } from "./circulation.ts";
import { innerEdges } from "./inner-edges.ts";
import { createStateReduction } from "./state-reduction.ts";

/** A solution together with what is proved about it. */
export interface Solved {
  readonly values: Float64Array;
  /**
   * Proved for an input that is nowhere negative; rounding is included, in the share of every holding too. For inflows:
   * by how much everything that leaves the component may be off, added up. For shares: by how much any may be off.
   */
  readonly errorBound: number;
}

/** Solves y = x + C y, and its transpose, within one component. */
export interface ComponentSolver {
  /** Inflow of each place for the input `x`; entries may be negative. */
  inflow(x: Float64Array): Solved;
  /** s = d + Cᵀ s for what each place pays directly, where no solution is above 1. */
  shares(d: Float64Array): Solved;
}

/** Largest circle that is solved directly: n³ steps and n² numbers stay below a few milliseconds and 128 KiB. */
const DIRECT_LIMIT = 128;

/** Largest circle that is solved directly when turns don't converge, because almost nothing leaves it. */
const RESCUE_LIMIT = 1024;

/** Solver of a component that is circular and not closed; kept with the system. */
export function componentSolver(system: FlowSystem, component: number): ComponentSolver {
  const known = system.solvers.get(component);
  if (known) return known as ComponentSolver;
  const made = createSolver(system, component);
  system.solvers.set(component, made);
  return made;
}

function createSolver(system: FlowSystem, component: number): ComponentSolver {
  const edges = innerEdges(system, component);
  if (edges.size <= DIRECT_LIMIT) return createStateReduction(edges);
  const circulation = createCirculation(edges);
  if (edges.size > RESCUE_LIMIT) return circulation;
  let rescue: ComponentSolver | undefined;
  const withRescue = (method: "inflow" | "shares") => (values: Float64Array) => {
    const solved = rescue ? undefined : circulation[method](values);
    if (solved?.converged) return solved;
    rescue ??= createStateReduction(edges);
    return rescue[method](values);
  };
  return { inflow: withRescue("inflow"), shares: withRescue("shares") };
}
