import { formatCount } from "../../../lib/format.ts";
import { countFilters } from "../model/filter-view.ts";
import type { GraphState } from "../use-graph.ts";

/** Without what narrows the graph down. */
const EVERYTHING = {
  depth: undefined,
  way: undefined,
  networks: undefined,
  least: undefined,
  hide: undefined,
  page: undefined,
} as const;

/** Says how much of the graph is shown, and leads back to all of it; nothing while all of it is. */
export function LeftOut({ graph }: { readonly graph: GraphState }) {
  const { view, visible, search, change } = graph;
  const left = view.nodes.size - visible.nodes.size;
  const leftThreads = view.threads.length - visible.threads.length;
  if (left === 0 && leftThreads === 0) return null;
  const around = visible.around && view.nodes.get(visible.around)?.label;
  const narrowed = search.depth !== undefined || search.way !== undefined || countFilters(search) > 0;
  return (
    <div className="pointer-events-auto flex flex-wrap items-center gap-x-3 rounded-control border border-line bg-cloth py-0.5 pr-1 pl-3 max-sm:pt-2 text-note text-ink-2">
      <p role="status" className="figures">
        {formatCount(visible.nodes.size)} of {formatCount(view.nodes.size)} shown{around && ` around ${around}`}
        <span className="max-sm:sr-only">
          , {formatCount(visible.threads.length)} of {formatCount(view.threads.length)} threads
        </span>
      </p>
      {narrowed && (
        <button
          type="button"
          onClick={() => change(EVERYTHING)}
          className="min-h-11 cursor-pointer rounded-control px-3 font-semibold text-ink underline underline-offset-3"
        >
          Show everybody
        </button>
      )}
    </div>
  );
}
