import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { createHeap } from "../heap.ts";
import { type Steps, UNDER_WAY } from "../steps.ts";
import { type Ledger, mostDue } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import { createPacker, type Packer } from "./settle-gas.ts";
import { type TreasuryTable, treasuryTable } from "./treasury-table.ts";

/** A harvest that was carried out: what holder and source it is for, and what it moved, in wei. */
export interface HopStep {
  readonly entry: number;
  readonly amount: bigint;
}

/** How harvests are chosen. */
export interface Choice {
  /** Token → part of its income that is taken to reach the target. */
  readonly worth: Float64Array;
}

/** Factor by which the least worthwhile harvest grows until the harvests are few enough. */
const COARSER = 4;

/** Rows that are looked at between two steps: some milliseconds. */
const ROWS_A_STEP = 4096;

/**
 * Chooses harvests that each bring the target no less than they cost, carried out on a copy of `ledger`.
 *
 * Components in the order of flow: first what comes from before, then turns within a circle while a harvest is worth it,
 * and while what leaves the circle is worth the turns: next to nothing leaves some. Linear in treasury holdings, and in
 * each turn in what changed. When there would be more than there is room for, only larger ones are taken.
 *
 * @param reserved Gas that is left for claims.
 */
export function* chooseHops(ledger: Ledger, { worth }: Choice, limits: Thresholds, reserved: bigint): Steps<HopStep[]> {
  const table = treasuryTable(ledger.entries);
  yield UNDER_WAY;
  const exit = exitOf(table, ledger.entries.graph, worth);
  const circle = { table, exit };
  for (let times = 1; ; times *= COARSER) {
    const taker = createTaker(ledger.restart(), table, worth, times, limits, createPacker(limits, reserved));
    for (let component = 0; component + 1 < table.start.length && !taker.isFull(); component++) {
      yield* takeOnce(taker, table, component);
      yield* turnAround(taker, circle, component);
    }
    if (!taker.isFull()) return taker.steps;
  }
}

/** Token → part of its income that leaves its circle towards the target at once. */
function exitOf({ turns, entry, holder, source }: TreasuryTable, graph: OwnershipGraph, worth: Float64Array) {
  const exit = worth.slice();
  for (const row of turns) {
    const inside = (graph.edgeShare[entry[row] as number] as number) * (worth[holder[row] as number] as number);
    exit[source[row] as number] = (exit[source[row] as number] as number) - inside;
  }
  return exit;
}

/** Carries harvests out that bring so many times their cost. */
function createTaker(
  ledger: Ledger,
  { entry: entryOf, holder: holderOf, source: sourceOf, balance, debt }: TreasuryTable,
  worth: Float64Array,
  times: number,
  { costPerHop, costPerRepeat, minimum, maxHops }: Thresholds,
  packer: Packer,
) {
  const income = ledger.incomeAbout();
  const least = (cost: bigint): number => times * Number(cost > minimum ? cost : minimum);
  const [perHop, perRepeat] = [least(costPerHop), least(costPerRepeat)];
  const lowest = Math.min(perHop, perRepeat);
  const steps: HopStep[] = [];
  const seen = new Set<number>();
  let full = false;
  const harvest = (row: number, part: number): { readonly cost: number; readonly amount: bigint } | undefined => {
    const [entry, holder] = [entryOf[row] as number, holderOf[row] as number];
    const cost = seen.has(entry) ? perRepeat : perHop;
    if (full || Number(ledger.claimable(entry)) * part < cost) return undefined;
    const { amount, failure } = ledger.harvest(entry);
    if (failure !== null) return undefined;
    full = steps.length >= maxHops || !packer.addHop(entry);
    seen.add(entry);
    steps.push({ entry, amount });
    income[holder] = ledger.incomeAboutOf(holder);
    return { cost, amount };
  };
  return {
    steps,
    /** Whether more would be worth it than there is room for. */
    isFull: () => full,
    /** What is asked of the harvest and what it moved; undefined when it is not carried out. */
    take(row: number): { readonly cost: number; readonly amount: bigint } | undefined {
      const part = worth[holderOf[row] as number] as number;
      // Debts only grow, so what was due with the debt at the start is no less.
      const most = mostDue(balance[row] as number, income[sourceOf[row] as number] as number, debt[row] as number);
      return most * part < lowest ? undefined : harvest(row, part);
    },
  };
}

type Taker = ReturnType<typeof createTaker>;

/** Takes what comes into a component from before it. */
function* takeOnce(taker: Taker, { start, inner }: TreasuryTable, component: number): Steps<void> {
  for (let row = start[component] as number; row < (start[component + 1] as number); row++) {
    if (row % ROWS_A_STEP === 0) yield UNDER_WAY;
    if (!inner[row]) taker.take(row);
  }
}

/** What a circle's turns need to know. */
interface Circle {
  readonly table: TreasuryTable;
  /** Token → part of its income that leaves its circle towards the target at once. */
  readonly exit: Float64Array;
}

/** Goes round a circle: in each turn, in the order of places, what took income in since it was looked at. */
function* turnAround(
  taker: Taker,
  { table: { turns, turnStart, placesOf, holder: holderOf }, exit }: Circle,
  component: number,
): Steps<void> {
  const first = turnStart[component] as number;
  const length = (turnStart[component + 1] as number) - first;
  if (length === 0) return;
  const patience = createPatience(length);
  // In the first turn every place is looked at; then those that wait, with steps that count on from turn to turn.
  const waiting = new Uint8Array(length).fill(1);
  const queue = createHeap<number>();
  const nextStep = (before: number): number | undefined => (before + 1 < length ? before + 1 : queue.pop());
  let looked = 0;
  for (let step: number | undefined = 0; step !== undefined; step = nextStep(step)) {
    if (!patience.lasts() || taker.isFull()) return;
    looked += 1;
    if (looked % ROWS_A_STEP === 0) yield UNDER_WAY;
    const place = step % length;
    waiting[place] = 0;
    const row = turns[first + place] as number;
    const taken = taker.take(row);
    if (taken === undefined) continue;
    const holder = holderOf[row] as number;
    for (let at = placesOf.start[holder] as number; at < (placesOf.start[holder + 1] as number); at++) {
      const next = (placesOf.order[at] as number) - first;
      if (waiting[next]) continue;
      waiting[next] = 1;
      const later = step - place + next + (next > place ? 0 : length);
      queue.push(-later, later);
    }
    patience.spend(taken.cost, Number(taken.amount) * (exit[holder] as number));
  }
}

/** Harvests in a circle that may cost more than they bring out of it: twice round, and some more in small ones. */
function createPatience(circleLength: number) {
  const most = 2 * circleLength + 16;
  let [debt, idle] = [0, 0];
  return {
    spend(cost: number, broughtOut: number): void {
      debt = Math.max(0, debt + cost - broughtOut);
      idle = debt === 0 ? 0 : idle + 1;
    },
    lasts: (): boolean => idle <= most,
  };
}
