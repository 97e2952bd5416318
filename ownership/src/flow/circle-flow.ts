import type { FlowSystem } from "../graph/flow-system.ts";
import { componentSolver } from "../solve/component-solver.ts";
import { splitAmongHolders } from "./split.ts";

/** Rounds of correction: each brings the error down to about 10⁻¹⁵ of what it was, and amounts have below 2¹¹⁰ wei. */
const CORRECTIONS = 4;

/** Turns in which the last wei are split by shares, before they take the shortest way out. */
const LAST_TURNS = 16;

/** Adds to the amount on an edge. */
export type AddToEdge = (edge: number, amount: bigint) => void;

/**
 * Sends whole wei through a circle that is not closed, so that every token passes on exactly what it takes in.
 *
 * Floating-point solutions only propose; what is booked is counted in whole wei. First the throughput is solved and
 * corrected until what does not add up is a matter of rounding; then it is lowered by just so much that nothing is
 * booked too high, and the wei that are left over go round by shares and leave on the shortest way.
 *
 * @param inputs What enters at each place of the component, in wei; none negative.
 * @returns Throughput of each place, in wei.
 */
export function circleFlow(system: FlowSystem, component: number, inputs: readonly bigint[], add: AddToEdge): bigint[] {
  const { graph } = system;
  const members = membersOf(system, component);
  const through = lowerUntilNothingIsMissing(system, component, inputs, solveThroughput(system, component, inputs));
  for (const [place, token] of members.entries()) splitAmongHolders(graph, token, through[place] as bigint, add);
  let left = leftOver(system, component, inputs, through);
  for (let turn = 0; turn < LAST_TURNS && left.some((amount) => amount > 0n); turn++) {
    const next = left.map(() => 0n);
    for (const [place, token] of members.entries()) {
      const amount = left[place] as bigint;
      through[place] = (through[place] as bigint) + amount;
      splitAmongHolders(graph, token, amount, (edge, part) => {
        add(edge, part);
        addInside(system, component, next, graph.edgeHolder[edge] as number, part);
      });
    }
    left = next;
  }
  leaveOnShortestWay(system, component, left, through, add);
  return through;
}

function membersOf({ components }: FlowSystem, component: number): Uint32Array {
  return components.members.subarray(components.start[component], components.start[component + 1]);
}

function addInside(system: FlowSystem, component: number, sums: bigint[], holder: number, part: bigint): void {
  const { graph, components } = system;
  if (holder >= graph.tokens.length || components.componentOf[holder] !== component) return;
  const place = components.placeOf[holder] as number;
  sums[place] = (sums[place] as bigint) + part;
}

/** inputs + what comes round − throughput: what each place has still to pass on, in wei; negative where too much. */
function leftOver(system: FlowSystem, component: number, inputs: readonly bigint[], through: readonly bigint[]) {
  const sums = inputs.map((input, place) => input - (through[place] as bigint));
  for (const [place, token] of membersOf(system, component).entries()) {
    splitAmongHolders(system.graph, token, through[place] as bigint, (edge, part) => {
      addInside(system, component, sums, system.graph.edgeHolder[edge] as number, part);
    });
  }
  return sums;
}

function solveThroughput(system: FlowSystem, component: number, inputs: readonly bigint[]): bigint[] {
  const solver = componentSolver(system, component);
  let through = inputs.map(() => 0n);
  let left = inputs as bigint[];
  for (let round = 0; round < CORRECTIONS; round++) {
    const { values } = solver.inflow(Float64Array.from(left, Number));
    const next = through.map((amount, place) => max(0n, amount + BigInt(Math.round(values[place] as number))));
    const nextLeft = leftOver(system, component, inputs, next);
    if (round > 0 && largest(nextLeft) >= largest(left)) break;
    through = next;
    left = nextLeft;
  }
  return through;
}

/**
 * Takes t·w off the throughput, where w = 1 + C w: then what is left over rises by t at every place, less rounding.
 * Ends, because with nothing passed on what is left over are the inputs.
 */
function lowerUntilNothingIsMissing(
  system: FlowSystem,
  component: number,
  inputs: readonly bigint[],
  solved: readonly bigint[],
): bigint[] {
  const ones = new Float64Array(inputs.length).fill(1);
  const { values } = componentSolver(system, component).inflow(ones);
  const weights = Array.from(values, (value) => BigInt(Math.ceil(value)));
  let through = solved.slice();
  let left = leftOver(system, component, inputs, through);
  for (let step = max(1n, largest(left)); left.some((amount) => amount < 0n); step *= 2n) {
    through = solved.map((amount, place) => max(0n, amount - step * (weights[place] as bigint)));
    left = leftOver(system, component, inputs, through);
  }
  return through;
}

function leaveOnShortestWay(
  system: FlowSystem,
  component: number,
  left: bigint[],
  through: bigint[],
  add: AddToEdge,
): void {
  if (!left.some((amount) => amount > 0n)) return;
  const { order, wayOut } = shortestWaysOut(system, component);
  for (const place of order) {
    const amount = left[place] as bigint;
    if (amount === 0n) continue;
    const edge = wayOut[place] as number;
    through[place] = (through[place] as bigint) + amount;
    add(edge, amount);
    addInside(system, component, left, system.graph.edgeHolder[edge] as number, amount);
  }
}

/** Breadth-first from what leaves the component; `order` has the places from the farthest to the nearest. */
function shortestWaysOut(system: FlowSystem, component: number): { order: number[]; wayOut: number[] } {
  const { graph, components } = system;
  const members = membersOf(system, component);
  const wayOut: number[] = new Array(members.length).fill(-1);
  const order: number[] = [];
  for (const [place, token] of members.entries()) {
    for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
      const holder = graph.edgeHolder[edge] as number;
      if (holder < graph.tokens.length && components.componentOf[holder] === component) continue;
      const best = wayOut[place] as number;
      if (best < 0 || (graph.edgeShare[edge] as number) > (graph.edgeShare[best] as number)) wayOut[place] = edge;
    }
    if ((wayOut[place] as number) >= 0) order.push(place);
  }
  for (let at = 0; at < order.length; at++) {
    const reached = members[order[at] as number] as number;
    for (let held = graph.heldStart[reached] as number; held < (graph.heldStart[reached + 1] as number); held++) {
      const edge = graph.held[held] as number;
      const token = graph.edgeToken[edge] as number;
      const place = components.placeOf[token] as number;
      if (components.componentOf[token] !== component || (wayOut[place] as number) >= 0) continue;
      wayOut[place] = edge;
      order.push(place);
    }
  }
  return { order: order.reverse(), wayOut };
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function largest(amounts: readonly bigint[]): bigint {
  return amounts.reduce((most, amount) => max(most, amount < 0n ? -amount : amount), 0n);
}
