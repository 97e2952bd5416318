import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePageTitle } from "../../components/page-title.ts";
import { type OwnershipSnapshot, ownershipQueryOptions } from "../../data/ownership.ts";
import { formatCount } from "../../lib/format.ts";
import { StaleNote } from "../token/stale-note.tsx";
import { GraphCanvas } from "./graph-canvas.tsx";
import { GraphEmpty, GraphFailed, GraphLoading, GraphStale } from "./graph-states.tsx";
import { FindNode } from "./panel/find-node.tsx";
import { GraphPanel } from "./panel/graph-panel.tsx";
import { useGraph } from "./use-graph.ts";
import { useGraphSearch } from "./use-graph-search.ts";

/** The ownership graph: who owns whom, directly and in the end, now or earlier, and where a gain comes to rest. */
export function GraphPage() {
  usePageTitle("Graph");
  const { search, change } = useGraphSearch();
  const { block } = search;
  // While another block is read, the one before stays: the picture must not vanish under the slider.
  const query = useQuery({ ...ownershipQueryOptions({ block }), placeholderData: keepPreviousData });
  const { data: snapshot, error } = query;
  const retry = () => void query.refetch();
  const toNow = block === undefined ? undefined : () => change({ block: undefined });
  if (!snapshot) return error ? <GraphFailed error={error} onRetry={retry} onNow={toNow} /> : <GraphLoading />;
  if (snapshot.tokens.size === 0 && block === undefined) return <GraphEmpty />;
  return (
    <>
      {error && (
        <div className="px-4 pt-4">
          <GraphStale error={error} block={formatCount(snapshot.block)} onRetry={retry} />
        </div>
      )}
      <GraphBody snapshot={snapshot} />
    </>
  );
}

function GraphBody({ snapshot }: { readonly snapshot: OwnershipSnapshot }) {
  const graph = useGraph(snapshot);
  return (
    <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_396px]">
      <h1 className="sr-only">Graph of who owns whom</h1>
      <GraphCanvas graph={graph} />
      <section
        aria-label="Selected"
        className="min-w-0 border-line bg-cloth px-4 py-6 max-lg:border-t lg:border-l lg:px-6"
      >
        <FindNode view={graph.view} onSelect={graph.select} />
        {graph.search.block === undefined && <StaleNote block={graph.block.number} />}
        <GraphPanel graph={graph} />
      </section>
    </div>
  );
}
