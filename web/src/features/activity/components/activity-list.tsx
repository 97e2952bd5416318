import type { ReactNode } from "react";
import { Copy } from "../../../components/copy.tsx";
import { Evidence } from "../../../components/evidence.tsx";
import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";
import { formatCount } from "../../../lib/format.ts";
import type { ActivityNames } from "../model/activity-names.ts";
import { byDay } from "../model/day-of.ts";
import { foldRuns } from "../model/fold-runs.ts";
import { KindIcon } from "./kind-icon.tsx";
import { Sentence } from "./sentence.tsx";

/** Kinds whose text is a link or hash to what backs them. */
const LINKED = new Set(["gain", "application", "dispute"]);

/** What happened, day by day, newest first. */
export function ActivityList(props: {
  readonly entries: readonly ActivityEntry[];
  readonly names: ActivityNames;
}): ReactNode {
  return byDay(props.entries).map(({ date, entries }) => (
    <section key={date} aria-label={date}>
      <h2 className="border-b border-line bg-inset px-4 py-2 text-label font-medium text-ink-3 sm:px-6">{date}</h2>
      <ul className="divide-y divide-line">
        {foldRuns(entries).map(({ entry, folded }) => (
          <Line key={entry.kind + entry.id} entry={entry} folded={folded} names={props.names} />
        ))}
      </ul>
    </section>
  ));
}

function Line(props: {
  readonly entry: ActivityEntry;
  readonly folded: readonly ActivityEntry[];
  readonly names: ActivityNames;
}) {
  const { entry, folded, names } = props;
  return (
    <li className="flex gap-3 px-4 py-3 text-table sm:px-6">
      <KindIcon kind={entry.kind} />
      <div className="group grid min-w-0 flex-1 content-start gap-x-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <p className="wrap-anywhere">
            <Sentence entry={entry} names={names} />
          </p>
          {LINKED.has(entry.kind) && entry.text && (
            <p className="text-note text-ink-2">
              <Evidence evidence={entry.text} />
            </p>
          )}
        </div>
        <p className="flex flex-wrap items-center gap-x-2 self-start text-label text-ink-3 md:-my-1">
          <time dateTime={new Date(entry.timestamp * 1000).toISOString()}>{timeOf(entry.timestamp)}</time>
          <span>block {formatCount(entry.block)}</span>
          {entry.transaction !== "" && (
            <span className="transition-opacity focus-within:opacity-100 group-hover:opacity-100 md:pointer-fine:opacity-0 md:pointer-fine:order-first">
              <Copy text={entry.transaction} label="Copy transaction" />
            </span>
          )}
        </p>
        {folded.length > 0 && <Folded entries={folded} names={names} />}
      </div>
    </li>
  );
}

/** What went on from token to token in the same transaction. */
function Folded({ entries, names }: { readonly entries: readonly ActivityEntry[]; readonly names: ActivityNames }) {
  return (
    <details className="text-note">
      <summary className="w-fit cursor-pointer py-1.5 text-ink-2">
        {formatCount(entries.length)} more were taken in with it
      </summary>
      <ul className="grid gap-1 border-l border-line pl-3">
        {entries.map((entry) => (
          <li key={entry.id} className="wrap-anywhere">
            <Sentence entry={entry} names={names} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

function timeOf(seconds: number): string {
  return TIME.format(new Date(seconds * 1000));
}
