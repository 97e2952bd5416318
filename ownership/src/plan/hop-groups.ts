import { flowSystem } from "../graph/flow-system.ts";
import type { Entries } from "./entries.ts";

/** Harvests of treasuries within one component. */
export interface HopGroup {
  /** From components before this one, and what no later income adds to. */
  readonly once: readonly number[];
  /** Within the circle. */
  readonly turns: readonly number[];
  /** Token of the circle → places in `turns` of what is held of it. */
  readonly placesOf: ReadonlyMap<number, readonly number[]>;
  /** Token of the circle → part of its income that leaves the circle towards the target at once. */
  readonly exit: ReadonlyMap<number, number>;
}

/** All harvests that can bring the target anything, component by component in the order of flow. */
export function groupHops(entries: Entries, worth: Float64Array): HopGroup[] {
  const { components } = flowSystem(entries.graph, "income");
  const groups: HopGroup[] = [];
  for (let component = 0; component < components.count; component++) {
    const members = components.members.subarray(components.start[component], components.start[component + 1]);
    const group = groupOf(
      entries,
      worth,
      members.filter((token) => worth[token] !== 0),
      (token) => components.componentOf[token] === component,
    );
    if (group.once.length + group.turns.length > 0) groups.push(group);
  }
  return groups;
}

function groupOf(
  entries: Entries,
  worth: Float64Array,
  holders: Uint32Array,
  isInside: (token: number) => boolean,
): HopGroup {
  const [once, turns]: [number[], number[]] = [[], []];
  const placesOf = new Map<number, number[]>();
  const exit = new Map<number, number>();
  for (const holder of holders) {
    for (const entry of entries.heldBy(holder)) {
      const source = entries.tokenOf(entry);
      if (!isInside(source) || !entries.earns(entry)) {
        once.push(entry);
        continue;
      }
      const places = placesOf.get(source) ?? [];
      placesOf.set(source, places);
      places.push(turns.length);
      turns.push(entry);
      const inside = (entries.graph.edgeShare[entry] as number) * (worth[holder] as number);
      exit.set(source, (exit.get(source) ?? (worth[source] as number)) - inside);
    }
  }
  return { once, turns, placesOf, exit };
}
