import type { FlowSystem } from "../graph/flow-system.ts";
import { type ComponentSolver, componentSolver } from "../solve/component-solver.ts";
import { type CircleHoldings, circleHoldings } from "./circle-holdings.ts";
import { type CircleAmounts, leaveCircle } from "./leave-circle.ts";
import { splitAmong } from "./split.ts";

/**
 * Most rounds of correction. Each brings the error down to about 10⁻¹⁵ of what it was, and amounts have below 2¹¹⁰ wei,
 * so that three do where circles leak; more are for those that hardly do.
 */
const CORRECTIONS = 12;

/** Sweeps in which the last wei go round by shares, before they take the shortest way out. */
const LAST_SWEEPS = 64;

/** Books an amount on an edge of the graph, which is called once at most for each edge. */
export type BookEdge = (edge: number, amount: bigint) => void;

/** What went through a circle. */
export interface CircleFlow {
  /** Place → what it took in, in wei. */
  readonly through: readonly bigint[];
  /** All that leaves the circle is together off the closed form by at most this, in wei. */
  readonly errorBound: bigint;
}

/**
 * Sends whole wei through a circle that is not closed, so that every token passes on exactly what it takes in.
 *
 * Floating-point solutions only propose; what is booked is counted in whole wei. A holding within the circle carries
 * ⌊throughput · balance / supply⌋. So what a place takes in is a monotone function of what the others do, and from any
 * start below the solution, adding what is still left over climbs to the least solution in whole wei (Tarski 1955).
 * What rounding leaves over in the end goes to holders outside.
 *
 * Bound: let δ be what the holdings carry beyond throughput · balance / supply. Then throughput and what leaves are the
 * exact answer plus D (I − C)⁻¹ δ, whose columns sum to one, so all that leaves is off by at most Σ|δ|. Inner
 * holdings are each less than a wei off; those that lead out take these roundings on and add their own, together less
 * than two for each holding. A wei that does not go by shares counts twice.
 *
 * @param inputs What enters at each place of the component, in wei; none negative.
 */
export function circleFlow(
  system: FlowSystem,
  component: number,
  inputs: readonly bigint[],
  book: BookEdge,
): CircleFlow {
  const holdings = circleHoldings(system, component);
  const solver = componentSolver(system, component);
  const amounts = fromBelow(holdings, solver, inputs);
  climb(holdings, amounts);
  const astray = leaveCircle(holdings, amounts);
  const edges = bookCircle(system, component, holdings, amounts, book);
  return { through: amounts.through, errorBound: 2n * (BigInt(edges) + astray) };
}

/** What inner holdings carry and what each place has left over, for a throughput; negative where it is too high. */
function amountsOf(
  { size, start, target, weight, supply }: CircleHoldings,
  inputs: readonly bigint[],
  through: bigint[],
): CircleAmounts {
  const parts: bigint[] = new Array(target.length);
  const left = inputs.map((input, place) => input - (through[place] as bigint));
  for (let place = 0; place < size; place++) {
    const [amount, total] = [through[place] as bigint, supply[place] as bigint];
    for (let e = start[place] as number; e < (start[place + 1] as number); e++) {
      const part = (amount * (weight[e] as bigint)) / total;
      const to = target[e] as number;
      parts[e] = part;
      left[to] = (left[to] as bigint) + part;
    }
  }
  return { through, parts, left };
}

/**
 * Throughput just so far below the solution that rounding misses nothing at any place: what is left over is zero or
 * more, and where floating-point numbers can tell, a few wei for each holding.
 *
 * Each round solves for what the one before was off. Where that does not get there, because next to nothing leaves
 * even for numbers of this precision, nothing is passed on yet.
 */
function fromBelow(holdings: CircleHoldings, solver: ComponentSolver, inputs: readonly bigint[]): CircleAmounts {
  // A holding's rounding can change by a wei from round to round, and so can the rounding of what passes through.
  const room = Array.from(holdings.holds, (count) => 2 + 2 * count);
  const nothing = (): CircleAmounts =>
    amountsOf(
      holdings,
      inputs,
      inputs.map(() => 0n),
    );
  let amounts = nothing();
  let best: CircleAmounts | undefined;
  for (let round = 0; round < CORRECTIONS; round++) {
    const off = Float64Array.from(amounts.left, (amount, place) => Number(amount) - (room[place] as number));
    const { values } = solver.inflow(off);
    const through = amounts.through.map((amount, place) =>
      max(0n, amount + BigInt(Math.floor(values[place] as number))),
    );
    amounts = amountsOf(holdings, inputs, through);
    if (amounts.left.some((amount) => amount < 0n)) continue;
    best = amounts;
    if (amounts.left.every((amount, place) => amount <= BigInt(2 * (room[place] as number)))) break;
  }
  return best ?? nothing();
}

/** Adds what is left over to the throughput, place by place, until it is nothing. */
function climb({ size, start, target, weight, supply }: CircleHoldings, { through, parts, left }: CircleAmounts): void {
  let moved = true;
  for (let sweep = 0; sweep < LAST_SWEEPS && moved; sweep++) {
    moved = false;
    for (let place = 0; place < size; place++) {
      if (left[place] === 0n) continue;
      moved = true;
      const [amount, total] = [(through[place] as bigint) + (left[place] as bigint), supply[place] as bigint];
      through[place] = amount;
      left[place] = 0n;
      for (let e = start[place] as number; e < (start[place + 1] as number); e++) {
        const part = (amount * (weight[e] as bigint)) / total;
        const to = target[e] as number;
        left[to] = (left[to] as bigint) + part - (parts[e] as bigint);
        parts[e] = part;
      }
    }
  }
}

/** Books what inner holdings carry and splits the rest among holders outside; returns how many holdings there are. */
function bookCircle(
  { graph, components }: FlowSystem,
  component: number,
  { size, members, start, edge, outside }: CircleHoldings,
  { through, parts }: CircleAmounts,
  book: BookEdge,
): number {
  let edges = 0;
  const leaves = (candidate: number): boolean => {
    const holder = graph.edgeHolder[candidate] as number;
    return holder >= graph.tokens.length || components.componentOf[holder] !== component;
  };
  for (let place = 0; place < size; place++) {
    let rest = through[place] as bigint;
    if (rest === 0n) continue;
    for (let e = start[place] as number; e < (start[place + 1] as number); e++) {
      const part = parts[e] as bigint;
      rest -= part;
      if (part > 0n) book(edge[e] as number, part);
    }
    const token = members[place] as number;
    edges += (graph.edgeStart[token + 1] as number) - (graph.edgeStart[token] as number);
    if (rest > 0n) splitAmong(graph, token, rest, outside[place] as bigint, leaves, book);
  }
  return edges;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
