import type { FlowSystem } from "../graph/flow-system.ts";
import { type ComponentSolver, componentSolver } from "../solve/component-solver.ts";
import { type Steps, UNDER_WAY } from "../steps.ts";
import { type CircleHoldings, circleHoldings } from "./circle-holdings.ts";
import type { Inverses } from "./inverses.ts";
import { type CircleAmounts, leaveCircle } from "./leave-circle.ts";
import {
  addLimbs,
  addNumber,
  clearLimbs,
  copyLimbs,
  isNegative,
  isZero,
  LIMB_BITS,
  type Limbs,
  numberAt,
} from "./limbs.ts";
import type { Splitter, VisitPart } from "./splitter.ts";

/**
 * Most rounds of correction. Each brings the error down to about 10⁻¹⁵ of what it was, and amounts have below 2¹¹⁰ wei,
 * so that three do where circles leak; more are for those that hardly do.
 */
const CORRECTIONS = 12;

/** Sweeps in which the last wei go round by shares, before they take the shortest way out. */
const LAST_SWEEPS = 64;

/** Places whose rest is split between two steps: some milliseconds. */
const PLACES_A_STEP = 2048;

/** How amounts are split. */
export interface Splitting {
  readonly splitter: Splitter;
  readonly inverses: Inverses;
}

/** Amounts of a flow got too large for the limbs that they have; the flow begins again with more. */
export class TooNarrow extends Error {
  /** Bits that an amount has. */
  readonly bits: number;
  constructor(bits: number) {
    super(`An amount has ${bits} bits.`);
    this.bits = bits;
  }
}

/**
 * Sends whole wei through a circle that is not closed, so that every token passes on exactly what it takes in. Returns by
 * how much all that leaves the circle is together off the closed form at most, in wei.
 *
 * Floating-point solutions only propose; what is booked is counted in whole wei. A holding within the circle carries
 * throughput · balance / supply, rounded down. So what a place takes in is a monotone function of what the others do, and
 * from any start below the solution, adding what is still left over climbs to the least solution in whole wei (Tarski
 * 1955). What rounding leaves over in the end goes to holders outside.
 *
 * Bound: let δ be what the holdings carry beyond throughput · balance / supply. Then throughput and what leaves are the
 * exact answer plus D (I − C)⁻¹ δ, whose columns sum to one, so all that leaves is off by at most Σ|δ|. Inner
 * holdings are each less than a wei off; those that lead out take these roundings on and add their own, together less
 * than two for each holding. A wei that does not go by shares counts twice.
 *
 * @param arriving Token → what came in so far, in wei; of the circle's tokens, then, what went through in all.
 * @param book Called once at most for each edge.
 *
 * Throws TooNarrow.
 */
export function* circleFlow(
  system: FlowSystem,
  component: number,
  arriving: Limbs,
  splitting: Splitting,
  book: VisitPart,
): Steps<bigint> {
  const holdings = circleHoldings(system, component);
  yield UNDER_WAY;
  const { width } = splitting.splitter;
  const inputs = new Float64Array(holdings.size * width);
  for (const [place, token] of holdings.members.entries()) {
    copyLimbs(inputs, place * width, arriving, token * width, width);
  }
  const circle = createCircle(holdings, splitting);
  const amounts = yield* fromBelow(circle, componentSolver(system, component), inputs);
  yield* climb(circle, amounts);
  const astray = leaveCircle(holdings, amounts);
  const edges = yield* bookCircle(system, circle, amounts, book);
  // What came round was booked as arriving too.
  for (const [place, token] of holdings.members.entries()) {
    copyLimbs(arriving, token * width, amounts.through, place * width, width);
  }
  return 2n * (BigInt(edges) + astray);
}

/** A circle, and how a place of it passes on. */
interface Circle {
  readonly holdings: CircleHoldings;
  readonly splitting: Splitting;
  /** Finds out what the inner holdings of a place carry, and books the difference as left at who holds. */
  passOn(place: number, amounts: CircleAmounts): void;
}

function createCircle(holdings: CircleHoldings, splitting: Splitting): Circle {
  const { splitter, inverses } = splitting;
  const { width, found } = splitter;
  const { start, edge, target, members } = holdings;
  const passOn: Circle["passOn"] = (place, { through, parts, left }) => {
    if (start[place] === start[place + 1]) return;
    splitter.setRate(through, place * width, inverses.limbs, inverses.ofSupply(members[place] as number));
    for (let e = start[place] as number; e < (start[place + 1] as number); e++) {
      splitter.part(edge[e] as number);
      const to = (target[e] as number) * width;
      addLimbs(left, to, found, 0, width, 1);
      addLimbs(left, to, parts, e * width, width, -1);
      copyLimbs(parts, e * width, found, 0, width);
    }
  };
  return { holdings, splitting, passOn };
}

/** What inner holdings carry and what each place has left over, for a throughput; negative where it is too high. */
function amountsOf({ holdings, splitting, passOn }: Circle, inputs: Limbs, through: Limbs): CircleAmounts {
  const { width } = splitting.splitter;
  const amounts = { width, through, parts: new Float64Array(holdings.edge.length * width), left: inputs.slice() };
  for (let place = 0; place < holdings.size; place++) {
    addLimbs(amounts.left, place * width, through, place * width, width, -1);
  }
  for (let place = 0; place < holdings.size; place++) {
    if (!isZero(through, place * width, width)) passOn(place, amounts);
  }
  return amounts;
}

/**
 * Throughput just so far below the solution that rounding misses nothing at any place: what is left over is zero or
 * more, and where floating-point numbers can tell, a few wei for each holding.
 *
 * Each round solves for what the one before was off. Where that does not get there, because next to nothing leaves
 * even for numbers of this precision, nothing is passed on yet.
 */
function* fromBelow(circle: Circle, solver: ComponentSolver, inputs: Limbs): Steps<CircleAmounts> {
  const { size, holds } = circle.holdings;
  const { width } = circle.splitting.splitter;
  // A holding's rounding can change by a wei from round to round, and so can the rounding of what passes through.
  const roomAt = (place: number): number => 2 + 2 * (holds[place] as number);
  const nothing = (): CircleAmounts => amountsOf(circle, inputs, new Float64Array(size * width));
  let amounts = nothing();
  let best: CircleAmounts | undefined;
  const off = new Float64Array(size);
  for (let round = 0; round < CORRECTIONS; round++) {
    yield { done: round, total: CORRECTIONS };
    for (let place = 0; place < size; place++)
      off[place] = numberAt(amounts.left, place * width, width) - roomAt(place);
    const { values } = solver.inflow(off);
    yield { done: round, total: CORRECTIONS };
    amounts = amountsOf(circle, inputs, corrected(amounts, values));
    const state = judge(amounts, roomAt, size);
    if (state !== "too-high") best = amounts;
    if (state === "near") break;
  }
  return best ?? nothing();
}

/** Throughput with a correction, which is rounded down; nowhere negative. */
function corrected({ through, width }: CircleAmounts, values: Float64Array): Limbs {
  const next = through.slice();
  const most = 2 ** (LIMB_BITS * width - 2);
  for (let place = 0; place < values.length; place++) {
    const value = Math.floor(values[place] as number);
    const sum = numberAt(through, place * width, width) + value;
    if (sum > most) throw new TooNarrow(Math.log2(sum) + 2);
    addNumber(next, place * width, width, value);
    if (isNegative(next, place * width, width)) clearLimbs(next, place * width, width);
  }
  return next;
}

/** Whether more than there is passes through somewhere, or next to nothing is left anywhere. */
function judge({ left, width }: CircleAmounts, roomAt: (place: number) => number, size: number) {
  let near = true;
  for (let place = 0; place < size; place++) {
    if (isNegative(left, place * width, width)) return "too-high";
    near &&= numberAt(left, place * width, width) <= 2 * roomAt(place);
  }
  return near ? "near" : "below";
}

/** Adds what is left over to the throughput, place by place, until it is nothing. */
function* climb({ holdings: { size }, passOn }: Circle, amounts: CircleAmounts): Steps<void> {
  const { through, left, width } = amounts;
  let moved = true;
  for (let sweep = 0; sweep < LAST_SWEEPS && moved; sweep++) {
    if (size > PLACES_A_STEP) yield { done: sweep, total: LAST_SWEEPS };
    moved = false;
    for (let place = 0; place < size; place++) {
      const at = place * width;
      if (isZero(left, at, width)) continue;
      moved = true;
      addLimbs(through, at, left, at, width, 1);
      clearLimbs(left, at, width);
      passOn(place, amounts);
    }
  }
}

/** Books what inner holdings carry and splits the rest among holders outside; returns how many holdings there are. */
function* bookCircle(
  { graph, components }: FlowSystem,
  { holdings, splitting: { splitter, inverses } }: Circle,
  { through, parts, width }: CircleAmounts,
  book: VisitPart,
): Steps<number> {
  const { component, size, members, start, edge } = holdings;
  const rest: Limbs = new Float64Array(width);
  const carried: Limbs = new Float64Array(width);
  let edges = 0;
  const leaves = (candidate: number): boolean => {
    const holder = graph.edgeHolder[candidate] as number;
    return holder >= graph.tokens.length || components.componentOf[holder] !== component;
  };
  for (let place = 0; place < size; place++) {
    if ((place + 1) % PLACES_A_STEP === 0) yield { done: place, total: size };
    copyLimbs(rest, 0, through, place * width, width);
    if (isZero(rest, 0, width)) continue;
    for (let e = start[place] as number; e < (start[place + 1] as number); e++) {
      copyLimbs(carried, 0, parts, e * width, width);
      if (isZero(carried, 0, width)) continue;
      addLimbs(rest, 0, carried, 0, width, -1);
      book(edge[e] as number, carried);
    }
    const token = members[place] as number;
    edges += (graph.edgeStart[token + 1] as number) - (graph.edgeStart[token] as number);
    if (isZero(rest, 0, width)) continue;
    splitter.split(token, rest, 0, inverses.limbs, inverses.ofOutside(holdings, place), leaves, book);
  }
  return edges;
}
