import { Table2, Waypoints } from "lucide-react";
import { Button } from "../../components/button.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { type OwnershipSnapshot, useOwnership } from "../../data/ownership.ts";
import { formatCount } from "../../lib/format.ts";
import type { NodeKind } from "./geometry/shape.ts";
import { GraphEmpty, GraphFailed, GraphLoading, GraphStale } from "./graph-states.tsx";
import { Picture } from "./painter/picture.tsx";
import { PictureKey } from "./painter/picture-key.tsx";
import { GraphPanel } from "./panel/graph-panel.tsx";
import { GraphTable } from "./table/graph-table.tsx";
import { type GraphState, useGraph } from "./use-graph.ts";

/** The ownership graph: who owns whom, directly and in the end, and where a gain comes to rest. */
export function GraphPage() {
  usePageTitle("Graph");
  const { data: snapshot, error, refetch } = useOwnership();
  const retry = () => void refetch();
  if (!snapshot) return error ? <GraphFailed error={error} onRetry={retry} /> : <GraphLoading />;
  if (snapshot.tokens.size === 0) return <GraphEmpty />;
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
  const table = graph.search.view === "table";
  return (
    <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_396px]">
      <h1 className="sr-only">Graph of who owns whom</h1>
      <div
        className={
          table
            ? "relative min-w-0 pt-[4.25rem] pb-6"
            : "relative h-[430px] min-w-0 overflow-hidden lg:sticky lg:top-[65px] lg:h-[calc(100dvh-65px)]"
        }
      >
        {table ? (
          <>
            <h2 className="absolute top-5 left-4 text-heading">Line by line</h2>
            <GraphTable graph={graph} />
          </>
        ) : (
          <Picture graph={graph} block={{ number: snapshot.block, timestamp: snapshot.timestamp }} />
        )}
        <ViewSwitch graph={graph} table={table} />
      </div>
      <section
        aria-label="Selected"
        className="min-w-0 border-line bg-cloth px-4 py-6 max-lg:border-t lg:border-l lg:px-6"
      >
        {!table && (
          <div className="mb-6 lg:hidden">
            <PictureKey kinds={kindsOf(graph)} dashed={graph.selected !== undefined && !graph.flow} />
          </div>
        )}
        <GraphPanel graph={graph} />
      </section>
    </div>
  );
}

function kindsOf({ view, visible }: GraphState): ReadonlySet<NodeKind> {
  return new Set([...visible.nodes].flatMap((id) => view.nodes.get(id)?.kind ?? []));
}

function ViewSwitch({ graph, table }: { readonly graph: GraphState; readonly table: boolean }) {
  const Icon = table ? Waypoints : Table2;
  return (
    <Button
      className="absolute top-3 right-3 px-3.5 lg:right-4"
      onClick={() => graph.change({ view: table ? undefined : "table" })}
    >
      <Icon aria-hidden="true" size={18} strokeWidth={1.6} />
      {table ? "Picture" : "Table"}
    </Button>
  );
}
