import type { Progress } from "../control.ts";
import { createHeap } from "../heap.ts";
import { groupHops, type HopGroup } from "./hop-groups.ts";
import type { Ledger } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import { createPacker, type Packer } from "./settle-gas.ts";

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

/** Harvests, or groups of them, between looks at whether to stop: some milliseconds. */
const POLLED_EVERY = 1024;

/**
 * Chooses harvests that each bring the target no less than they cost, carried out on a copy of `ledger`.
 *
 * Components in the order of flow: first what comes from before, then turns within a circle while a harvest is worth it,
 * and while what leaves the circle is worth the turns: next to nothing leaves some. Linear in treasury holdings, and in
 * each turn in what changed. When there would be more than there is room for, only larger ones are taken.
 *
 * @param reserved Gas that is left for claims.
 */
export function chooseHops(
  ledger: Ledger,
  { worth }: Choice,
  limits: Thresholds,
  reserved: bigint,
  { poll }: Pick<Progress, "poll">,
): HopStep[] {
  const groups = groupHops(ledger.entries, worth);
  for (let times = 1; ; times *= COARSER) {
    const taker = createTaker(ledger.restart(), worth, times, limits, createPacker(limits, reserved));
    for (const [index, group] of groups.entries()) {
      if (index % POLLED_EVERY === 0) poll();
      for (const entry of group.once) taker.take(entry);
      turnAround(taker, group, ledger.entries.holderOf, poll);
      if (taker.isFull()) break;
    }
    if (!taker.isFull()) return taker.steps;
  }
}

/** Carries harvests out that bring so many times their cost. */
function createTaker(
  ledger: Ledger,
  worth: Float64Array,
  times: number,
  { costPerHop, costPerRepeat, minimum, maxHops }: Thresholds,
  packer: Packer,
) {
  const least = (cost: bigint): number => times * Number(cost > minimum ? cost : minimum);
  const [perHop, perRepeat] = [least(costPerHop), least(costPerRepeat)];
  const steps: HopStep[] = [];
  const seen = new Set<number>();
  let full = false;
  return {
    steps,
    /** Whether more would be worth it than there is room for. */
    isFull: () => full,
    /** What is asked of the harvest and what it moved; undefined when it is not carried out. */
    take(entry: number): { readonly cost: number; readonly amount: bigint } | undefined {
      const cost = seen.has(entry) ? perRepeat : perHop;
      const brings = Number(ledger.claimable(entry)) * (worth[ledger.entries.holderOf(entry)] as number);
      if (full || brings < cost) return undefined;
      const { amount, failure } = ledger.harvest(entry);
      if (failure !== null) return undefined;
      full = steps.length >= maxHops || !packer.addHop(entry);
      seen.add(entry);
      steps.push({ entry, amount });
      return { cost, amount };
    },
  };
}

type Taker = ReturnType<typeof createTaker>;

/** Goes round a circle: in each turn, in the order of places, what took income in since it was looked at. */
function turnAround(
  taker: Taker,
  { turns, placesOf, exit }: HopGroup,
  holderOf: (entry: number) => number,
  poll: () => void,
): void {
  const patience = createPatience(turns.length);
  const waiting = new Uint8Array(turns.length);
  const queue = createHeap<number>();
  /** Places count on from turn to turn. */
  const wait = (step: number): void => {
    if (waiting[step % turns.length]) return;
    waiting[step % turns.length] = 1;
    queue.push(-step, step);
  };
  for (let place = 0; place < turns.length; place++) wait(place);
  for (let step = queue.pop(); step !== undefined && patience.lasts() && !taker.isFull(); step = queue.pop()) {
    const place = step % turns.length;
    if (place % POLLED_EVERY === 0) poll();
    waiting[place] = 0;
    const entry = turns[place] as number;
    const taken = taker.take(entry);
    if (taken === undefined) continue;
    const holder = holderOf(entry);
    for (const next of placesOf.get(holder) ?? []) wait(step - place + next + (next > place ? 0 : turns.length));
    patience.spend(taken.cost, Number(taken.amount) * (exit.get(holder) ?? 0));
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
