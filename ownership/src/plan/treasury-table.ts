import { countingSort, type Grouped } from "../graph/counting-sort.ts";
import { flowSystem } from "../graph/flow-system.ts";
import type { Entries } from "./entries.ts";

/**
 * What treasuries hold, by rows in the order of flow: component by component, treasury by treasury. What is looked at for
 * each choice of harvests lies next to each other, where the entries themselves are scattered over memory.
 */
export interface TreasuryTable {
  /** Row → entry. */
  readonly entry: Uint32Array;
  /** Row → token that holds. */
  readonly holder: Uint32Array;
  /** Row → token that is held. */
  readonly source: Uint32Array;
  /** Row → balance in floating point, in wei of shares. */
  readonly balance: Float64Array;
  /** Row → debt at the start in floating point, in wei of the currency. */
  readonly debt: Float64Array;
  /** Row → 1 where income of the holder can come back to the source: what is held within a circle. */
  readonly inner: Uint8Array;
  /** Component `c` has the rows `start[c] … start[c + 1] - 1`. */
  readonly start: Uint32Array;
  /** Rows within circles; component `c` has `turns[turnStart[c]] … turns[turnStart[c + 1] - 1]`. */
  readonly turns: Uint32Array;
  readonly turnStart: Uint32Array;
  /** Token → places in `turns` of what is held of it. */
  readonly placesOf: Grouped;
}

const KNOWN = new WeakMap<Entries, TreasuryTable>();

/** The table of some entries; made once. */
export function treasuryTable(entries: Entries): TreasuryTable {
  const known = KNOWN.get(entries);
  if (known) return known;
  const made = collectRows(entries);
  KNOWN.set(entries, made);
  return made;
}

function collectRows(entries: Entries): TreasuryTable {
  const { graph } = entries;
  const { components } = flowSystem(graph, "income");
  const rows: number[] = [];
  const turns: number[] = [];
  const start = new Uint32Array(components.count + 1);
  const turnStart = new Uint32Array(components.count + 1);
  const inner: number[] = [];
  for (const holder of components.members) {
    const component = components.componentOf[holder] as number;
    for (const entry of entries.heldBy(holder)) {
      const inside = entries.earns(entry) && components.componentOf[entries.tokenOf(entry)] === component;
      if (inside) turns.push(rows.length);
      inner.push(inside ? 1 : 0);
      rows.push(entry);
    }
    start[component + 1] = rows.length;
    turnStart[component + 1] = turns.length;
  }
  const entry = Uint32Array.from(rows);
  const source = entry.map(entries.tokenOf);
  return {
    entry,
    holder: entry.map(entries.holderOf),
    source,
    balance: Float64Array.from(entry, entries.balanceAbout),
    debt: Float64Array.from(entry, entries.debtAbout),
    inner: Uint8Array.from(inner),
    start,
    turns: Uint32Array.from(turns),
    turnStart,
    placesOf: countingSort(
      Uint32Array.from(turns, (row) => source[row] as number),
      graph.tokens.length,
    ),
  };
}
