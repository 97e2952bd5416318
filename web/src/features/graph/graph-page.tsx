import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { useConfig } from "wagmi";
import { usePageTitle } from "../../components/page-title.ts";
import { blockTimeQueryOptions } from "../../data/block-time.ts";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import { formatCount } from "../../lib/format.ts";
import { StaleNote } from "../token/stale-note.tsx";
import { GraphCanvas } from "./graph-canvas.tsx";
import { GraphKey } from "./graph-canvas-parts.tsx";
import { GraphEmpty, GraphFailed, GraphLoading, GraphStale } from "./graph-states.tsx";
import { FindNode } from "./panel/find-node.tsx";
import { GraphPanel } from "./panel/graph-panel.tsx";
import { PartNote } from "./panel/part-note.tsx";
import { useGraph } from "./use-graph.ts";
import { useGraphSearch } from "./use-graph-search.ts";
import { type ReadAround, useGraphSnapshot } from "./use-graph-snapshot.ts";

/** The ownership graph: who owns whom, directly and in the end, now or earlier, and where a gain comes to rest. */
export function GraphPage() {
  usePageTitle("Graph");
  const { search, change } = useGraphSearch();
  const { snapshot, error, retry, around } = useGraphSnapshot(search);
  const toNow = search.block === undefined ? undefined : () => change({ block: undefined });
  if (!snapshot) return error ? <GraphFailed error={error} onRetry={retry} onNow={toNow} /> : <GraphLoading />;
  if (snapshot.tokens.size === 0 && search.block === undefined && !around) return <GraphEmpty />;
  return (
    <>
      {error && (
        <div className="px-4 pt-4">
          <GraphStale error={error} block={formatCount(snapshot.block)} onRetry={retry} />
        </div>
      )}
      <GraphBody snapshot={snapshot} around={around} />
    </>
  );
}

/** Unix time of the snapshot's block; 0 while it is not known. */
function useBlockTime({ block, timestamp }: OwnershipSnapshot): number {
  const { data } = useQuery({ ...blockTimeQueryOptions(useConfig(), block), enabled: timestamp === 0 });
  return timestamp || (data ?? 0);
}

/** Kept as they are while a press changes the link: see `useGraph`. */
const Canvas = memo(GraphCanvas);
const Panel = memo(GraphPanel);
const Key = memo(GraphKey);
const Find = memo(FindNode);

function GraphBody(props: { readonly snapshot: OwnershipSnapshot; readonly around: ReadAround | undefined }) {
  const { snapshot, around } = props;
  const timestamp = useBlockTime(snapshot);
  const graph = useGraph(snapshot, timestamp);
  return (
    <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_396px]">
      <h1 className="sr-only">Graph of who owns whom</h1>
      <Canvas graph={graph} />
      <section
        aria-label="Selected"
        className="min-w-0 border-line bg-cloth px-4 py-6 max-lg:border-t lg:border-l lg:px-6"
      >
        {graph.search.view !== "table" && (
          <div className="mb-5 lg:hidden">
            <Key graph={graph} pinned={false} />
          </div>
        )}
        <Find view={graph.view} partial={around !== undefined} onSelect={graph.select} />
        {around && <PartNote view={graph.view} around={around} read={snapshot.holdings.length} />}
        {graph.search.block === undefined && <StaleNote block={graph.block.number} />}
        <Panel graph={graph} />
      </section>
    </div>
  );
}
