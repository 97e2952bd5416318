import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { type ActivityFilter, MOST_OF_A_KIND, readActivity } from "../../../data/activity/activity.ts";
import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";
import type { ActivityCursor } from "../../../data/activity/merge-entries.ts";
import { indexStatusQueryOptions } from "../../../data/index-status.ts";
import { joinNames, type Names } from "../../../data/names/names.ts";
import type { ProtocolInfo } from "../../../data/ownership-snapshot.ts";
import { formatCount } from "../../../lib/format.ts";
import { saveFile } from "../../../lib/save-file.ts";
import { explainError } from "../../transact/explain-error.ts";

/** Most lines of a file: a spreadsheet opens as many without trouble. */
const MOST_LINES = 50_000;

/** Saves all that the filters let through, not only what is shown, as a table for spreadsheets. */
export function SaveButton(props: { readonly filter: ActivityFilter; readonly protocol: ProtocolInfo }) {
  const status = useQuery(indexStatusQueryOptions);
  const [read, setRead] = useState<number>();
  const [said, setSaid] = useState("");
  const save = async (): Promise<void> => {
    setSaid("");
    try {
      const { entries, names } = await readAll(props.filter, setRead);
      const { activityCsv } = await import("../model/activity-csv.ts");
      const text = activityCsv(entries, { ...names, protocol: props.protocol });
      saveFile(
        `weft-activity-block-${status.data?.block ?? "unknown"}.csv`,
        new Blob([text], { type: "text/csv;charset=utf-8" }),
      );
      setSaid(entries.length < MOST_LINES ? "" : `Saved the newest ${formatCount(entries.length)}.`);
    } catch (error) {
      setSaid(`Nothing was saved. ${explainError(error).title}`);
    }
    setRead(undefined);
  };
  const busy = read !== undefined;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => void (busy || save())} aria-disabled={busy}>
        <Download aria-hidden="true" size={18} strokeWidth={1.6} />
        {busy ? `Reading, ${formatCount(read)} so far` : "Save as CSV"}
      </Button>
      <span role="status" className="text-note text-ink-2 empty:sr-only">
        {said}
      </span>
    </div>
  );
}

interface Read {
  readonly entries: readonly ActivityEntry[];
  readonly names: Names;
}

async function readAll(filter: ActivityFilter, onRead: (count: number) => void): Promise<Read> {
  const entries: ActivityEntry[] = [];
  const names: Names[] = [];
  let before: ActivityCursor | undefined;
  do {
    onRead(entries.length);
    const page = await readActivity(filter, before, { first: MOST_OF_A_KIND });
    entries.push(...page.entries);
    names.push(page.names);
    before = page.next;
  } while (before !== undefined && entries.length < MOST_LINES);
  return { entries: entries.slice(0, MOST_LINES), names: joinNames(names) };
}
