import { flowSystem } from "../graph/flow-system.ts";
import type { Entries, Ledger } from "./ledger.ts";
import type { SettleTarget } from "./settle-target.ts";

/** A harvest that was carried out: what holder and source it is for, and what it moved, in wei. */
export interface HopStep {
  readonly entry: number;
  readonly amount: bigint;
}

/** Factor by which the least worthwhile harvest grows until the harvests are few enough. */
const COARSER = 4;

/**
 * Chooses harvests that bring the target more than `least` each, and carries them out on a copy of `ledger`.
 *
 * Components in the order of flow: first what comes from before, then turns within a circle while a harvest is worth it.
 * Linear in treasury holdings for each turn. When there would be more than `maxHops`, only larger ones are taken.
 */
export function chooseHops(ledger: Ledger, target: SettleTarget, least: bigint, maxHops: number): HopStep[] {
  const groups = groupHops(ledger.entries, target);
  for (let threshold = Number(least); ; threshold *= COARSER) {
    const steps = runGroups(ledger.restart(), groups, target.worth, threshold, maxHops);
    if (steps !== undefined) return steps;
  }
}

interface HopGroup {
  /** From components before this one, and what no later income adds to. */
  readonly once: readonly number[];
  /** Within the circle. */
  readonly turns: readonly number[];
}

function groupHops(entries: Entries, { worth }: SettleTarget): HopGroup[] {
  const { components } = flowSystem(entries.graph, "income");
  const groups: HopGroup[] = [];
  for (let component = 0; component < components.count; component++) {
    const [once, turns]: [number[], number[]] = [[], []];
    const members = components.members.subarray(components.start[component], components.start[component + 1]);
    for (const token of members) {
      if (worth[token] === 0) continue;
      for (const entry of entries.heldBy(token)) {
        const inside = components.componentOf[entries.tokenOf(entry)] === component && entries.earns(entry);
        (inside ? turns : once).push(entry);
      }
    }
    if (once.length + turns.length > 0) groups.push({ once, turns });
  }
  return groups;
}

/** Undefined when more than `maxHops` would be worth more than the threshold. */
function runGroups(
  ledger: Ledger,
  groups: readonly HopGroup[],
  worth: Float64Array,
  threshold: number,
  maxHops: number,
): HopStep[] | undefined {
  const steps: HopStep[] = [];
  const take = (entry: number): boolean => {
    const brings = Number(ledger.claimable(entry)) * (worth[ledger.entries.holderOf(entry)] as number);
    if (brings < threshold) return false;
    const { amount, failure } = ledger.harvest(entry);
    if (failure !== null) return false;
    steps.push({ entry, amount });
    return true;
  };
  for (const { once, turns } of groups) {
    for (const entry of once) take(entry);
    let moved = turns.length > 0;
    while (moved && steps.length <= maxHops) {
      moved = false;
      for (const entry of turns) moved = take(entry) || moved;
    }
    if (steps.length > maxHops) return undefined;
  }
  return steps;
}
