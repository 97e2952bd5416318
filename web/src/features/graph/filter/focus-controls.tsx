import { useId } from "react";
import type { GraphNode } from "../model/graph-view.ts";
import { countWord } from "../model/words.ts";
import { MAX_DEPTH, WAYS } from "../search.ts";
import { useGraphSearch } from "../use-graph-search.ts";

const DEPTHS: readonly number[] = Array.from({ length: MAX_DEPTH }, (_, index) => index + 1);

const FIELD = "min-h-11 min-w-0 rounded-control border border-line-strong bg-cloth px-2.5 text-table text-ink";

/** Looks at the surroundings of a node: who owns it, what it owns, and how many threads far. */
export function FocusControls({ node }: { readonly node: GraphNode }) {
  const { search, change } = useGraphSearch();
  const way = useId();
  const depth = useId();
  const narrow = (next: { way?: typeof search.way; depth?: number | undefined }) =>
    change({ ...next, page: undefined }, { replace: true });
  return (
    <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] gap-x-3">
      <label htmlFor={way} className="mb-1 text-label text-ink-3">
        Show
      </label>
      <label htmlFor={depth} className="mb-1 text-label text-ink-3">
        Within
      </label>
      <select
        id={way}
        value={search.way ?? ""}
        onChange={(event) => narrow({ way: WAYS.find((each) => each === event.target.value) })}
        className={FIELD}
      >
        <option value="">{search.depth === undefined ? "everybody" : "both ways"}</option>
        <option value="owners">who owns {node.label}</option>
        <option value="owned">what {node.label} owns</option>
      </select>
      <select
        id={depth}
        value={search.depth ?? ""}
        onChange={(event) => narrow({ depth: DEPTHS.find((each) => String(each) === event.target.value) })}
        className={FIELD}
      >
        <option value="">any distance</option>
        {DEPTHS.map((each) => (
          <option key={each} value={each}>
            {each === 1 ? "one thread" : `${countWord(each)} threads`}
          </option>
        ))}
      </select>
    </div>
  );
}
