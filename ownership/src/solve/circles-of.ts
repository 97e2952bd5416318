import { type FlowSystem, flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { finish, type Steps, stage, UNDER_WAY } from "../steps.ts";
import { closedSet, componentTokens } from "./closed-sets.ts";
import { componentSolver } from "./component-solver.ts";
import { type InnerEdges, innerEdges } from "./inner-edges.ts";

/** Tokens that hold each other, so that what one passes on comes round again. */
export interface Circle {
  readonly tokens: string[];
  /**
   * Part of one unit that comes back to the token it started from, for the token where that is most; for two tokens
   * that hold each other the product of both shares, and 1 for a closed circle.
   */
  readonly returning: number;
  /** The token where `returning` is measured. */
  readonly through: string;
  /** Spectral radius of C within the circle: what a turn leaves of what goes round. */
  readonly spectralRadius: number;
  /** Nothing leaves: what comes in is trapped. */
  readonly closed: boolean;
  /** Why it is closed or not, as a sentence. */
  readonly reason: string;
}

/** Above this size, `returning` is measured at the token that most income passes through. */
const EXHAUSTIVE_LIMIT = 64;

const POWER_TURNS = 512;
const POWER_TOLERANCE = 1e-12;

/** Small circles are gone through in one step, of a millisecond at most. */
const EDGES_A_STEP = 100_000;

/** Strongly connected components with more than one token, or a token that holds itself; largest return first. */
export function circlesOf(graph: OwnershipGraph): Circle[] {
  return finish(circleSteps(graph));
}

/** `circlesOf` step by step. */
export function* circleSteps(graph: OwnershipGraph): Steps<Circle[]> {
  const system = flowSystem(graph, "income");
  const { count, start } = system.components;
  const circles: Circle[] = [];
  for (let component = 0; component < count; component++) {
    if (!system.circular[component]) continue;
    const [from, to] = [start[component] as number, start[component + 1] as number].map(
      (done) => (100 * done) / graph.tokens.length,
    ) as [number, number];
    circles.push(yield* stage(describe(system, component), from, to));
  }
  return circles.sort((a, b) => b.returning - a.returning);
}

function* describe(system: FlowSystem, component: number): Steps<Circle> {
  const tokens = componentTokens(system, component);
  if (system.closed[component]) {
    return {
      tokens,
      returning: 1,
      through: tokens[0] as string,
      spectralRadius: 1,
      closed: true,
      reason: closedSet(system, component).explanation,
    };
  }
  const edges = innerEdges(system, component);
  yield UNDER_WAY;
  const { place, returning } = strongestReturn(system, component, edges);
  yield UNDER_WAY;
  const leaking = edges.leak.reduce((count, leak) => count + (leak > 0 ? 1 : 0), 0);
  return {
    tokens,
    returning,
    through: tokens[place] as string,
    spectralRadius: yield* spectralRadius(edges),
    closed: false,
    reason: `${leaking} of ${tokens.length} tokens have holders outside of the circle, so what goes round runs out.`,
  };
}

/** A unit that starts at `k` passes through it 1/(1 − f) times in all, where f is the part that comes back. */
function strongestReturn(system: FlowSystem, component: number, edges: InnerEdges) {
  const solver = componentSolver(system, component);
  const passesOf = (place: number): number => {
    const unit = new Float64Array(edges.size);
    unit[place] = 1;
    return solver.inflow(unit).values[place] as number;
  };
  const busiest = (): number => {
    const { values } = solver.inflow(new Float64Array(edges.size).fill(1));
    return values.indexOf(values.reduce((most, value) => Math.max(most, value), 0));
  };
  const places = edges.size <= EXHAUSTIVE_LIMIT ? Array.from(edges.leak.keys()) : [busiest()];
  let best = { place: places[0] as number, passes: 0 };
  for (const place of places) {
    const passes = passesOf(place);
    if (passes > best.passes) best = { place, passes };
  }
  return { place: best.place, returning: 1 - 1 / best.passes };
}

/** Power iteration on (C + I)/2, which has the same vector and no periods; bounded by Collatz and Wielandt. */
function* spectralRadius({ size, start, target, weight, self }: InnerEdges): Steps<number> {
  let vector = new Float64Array(size).fill(1 / size);
  let next = new Float64Array(size);
  let radius = 0;
  for (let turn = 0; turn < POWER_TURNS; turn++) {
    if ((turn + 1) * target.length > EDGES_A_STEP) yield { done: turn, total: POWER_TURNS };
    for (let k = 0; k < size; k++) next[k] = ((vector[k] as number) * (1 + (self[k] as number))) / 2;
    for (let k = 0; k < size; k++) {
      const half = (vector[k] as number) / 2;
      for (let e = start[k] as number; e < (start[k + 1] as number); e++) {
        const to = target[e] as number;
        next[to] = (next[to] as number) + (weight[e] as number) * half;
      }
    }
    let [low, high, sum] = [Number.POSITIVE_INFINITY, 0, 0];
    for (let k = 0; k < size; k++) {
      const ratio = (next[k] as number) / (vector[k] as number);
      low = Math.min(low, ratio);
      high = Math.max(high, ratio);
      sum += next[k] as number;
    }
    radius = low + high - 1;
    for (let k = 0; k < size; k++) next[k] = (next[k] as number) / sum;
    [vector, next] = [next, vector];
    if (high - low < POWER_TOLERANCE) break;
  }
  return Math.min(1, Math.max(0, radius));
}
