import { Search } from "lucide-react";
import { useId } from "react";
import { ONLIES } from "./search.ts";

type Only = (typeof ONLIES)[number];

const WORDS: Readonly<Record<Only, string>> = { all: "All", gains: "With income", new: "New, 30 days" };

/** Narrows the lists: a text, and a choice. */
export function ListControls(props: {
  readonly find: string;
  readonly only: Only;
  readonly onFind: (find: string) => void;
  readonly onOnly: (only: Only) => void;
}) {
  const { find, only, onFind, onOnly } = props;
  const field = useId();
  const choice = useId();
  const frame =
    "flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-cloth px-3 text-table focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus";
  return (
    <div className="flex flex-1 flex-wrap items-center justify-end gap-2 max-sm:w-full">
      <label htmlFor={field} className={`${frame} max-sm:flex-1`}>
        <Search aria-hidden="true" size={17} strokeWidth={1.6} className="shrink-0 text-ink-3" />
        <span className="sr-only">Only those with this text</span>
        <input
          id={field}
          type="search"
          value={find}
          placeholder="Narrow the list"
          onChange={(event) => onFind(event.target.value)}
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-ink-3 sm:w-44"
        />
      </label>
      <label htmlFor={choice} className={frame}>
        <span className="sr-only">Show</span>
        <select
          id={choice}
          value={only}
          onChange={(event) => onOnly(event.target.value as Only)}
          className="cursor-pointer bg-cloth outline-none"
        >
          {ONLIES.map((value) => (
            <option key={value} value={value}>
              {WORDS[value]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
