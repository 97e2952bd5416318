import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";

/** How many lines of a run are told before the rest is folded away. */
const LEAST_FOLDED = 3;

/** Something that happened, with what came along in the same transaction and is folded away. */
export interface Run {
  readonly entry: ActivityEntry;
  /** In the order in which they came; none where there is nothing to fold. */
  readonly folded: readonly ActivityEntry[];
}

/** One way around a circle is one line in the record: what a token took in goes on to the next, often in tiny parts. */
const isFolding = ({ kind, transaction }: ActivityEntry): boolean => kind === "harvest" && transaction !== "";

function foldRun(run: readonly ActivityEntry[]): readonly Run[] {
  if (run.length <= LEAST_FOLDED) return run.map((entry) => ({ entry, folded: [] }));
  const largest = run.reduce((best, entry) => ((entry.amount ?? 0n) > (best.amount ?? 0n) ? entry : best));
  return [{ entry: largest, folded: run.filter((entry) => entry !== largest) }];
}

/** Folds what tokens took in one after the other in one transaction behind the largest of it, if there are more than three. */
export function foldRuns(entries: readonly ActivityEntry[]): readonly Run[] {
  const runs: ActivityEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    const before = last?.[0];
    if (last && before && isFolding(before) && isFolding(entry) && before.transaction === entry.transaction) {
      last.push(entry);
    } else runs.push([entry]);
  }
  return runs.flatMap(foldRun);
}
