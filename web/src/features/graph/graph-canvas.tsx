import { Table2, Waypoints } from "lucide-react";
import { lazy, type ReactNode, Suspense, useMemo, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { ExportMenu } from "./export/export-menu.tsx";
import { FilterMenu } from "./filter/filter-menu.tsx";
import type { NodeKind } from "./geometry/shape.ts";
import { TimeSlider } from "./history/time-slider.tsx";
import { type Placed, usePlaces } from "./layout/use-places.ts";
import { LeftOut } from "./painter/left-out.tsx";
import { Picture, PictureWaits } from "./painter/picture.tsx";
import { PictureKey } from "./painter/picture-key.tsx";
import { useWide } from "./painter/use-wide.ts";
import { GraphTable } from "./table/graph-table.tsx";
import type { GraphState } from "./use-graph.ts";

/** Only who looks at a large graph needs what paints it. */
const LargePicture = lazy(async () => ({ default: (await import("./raster/large-picture.tsx")).LargePicture }));

/** The graph as a picture or as a table, with what changes how it is looked at. */
export function GraphCanvas({ graph }: { readonly graph: GraphState }) {
  const frame = useRef<HTMLDivElement>(null);
  const table = graph.search.view === "table";
  const { search, change, block } = graph;
  const slider = <TimeSlider block={search.block} shown={block} onChange={(next) => change({ block: next })} />;
  return (
    <div
      className={
        table
          ? "relative min-w-0 pt-[4.25rem] pb-6"
          : "relative h-[500px] min-w-0 overflow-hidden lg:sticky lg:top-[65px] lg:h-[calc(100dvh-65px)]"
      }
    >
      {table ? (
        <>
          <h2 className="absolute top-5 left-4 text-heading">Line by line</h2>
          <div className="mb-3 flex flex-wrap px-4">
            <LeftOut graph={graph} />
          </div>
          <GraphTable graph={graph} />
          <div className="mt-3">{slider}</div>
        </>
      ) : (
        <div ref={frame} className="absolute inset-0">
          <GraphPicture graph={graph} slider={slider} />
        </div>
      )}
      <div className="absolute top-3 right-3 flex gap-2 lg:right-4">
        <FilterMenu graph={graph} />
        <ViewSwitch graph={graph} table={table} />
        <ExportMenu graph={graph} frame={() => frame.current} />
      </div>
    </div>
  );
}

function GraphPicture({ graph, slider }: { readonly graph: GraphState; readonly slider: ReactNode }) {
  const { snapshot, view, visible, circles } = graph;
  const form = useWide() ? "wide" : "narrow";
  const { registry } = snapshot.protocol;
  const placed = usePlaces({ registry, view, visible, circles, form });
  const kinds = useMemo(
    () => new Set([...visible.nodes].flatMap((id): NodeKind | [] => view.nodes.get(id)?.kind ?? [])),
    [view, visible],
  );
  const Painted = placed.large ? LargePicture : Picture;
  return (
    <>
      <Suspense fallback={<PictureWaits />}>
        <Painted graph={graph} placed={placed} form={form} />
      </Suspense>
      <div className="pointer-events-none absolute inset-x-4 top-4 pr-96 max-lg:hidden">
        <PictureKey
          kinds={kinds}
          dashed={graph.selected !== undefined && !graph.flow}
          pinned={placed.keeper.kept.pins.size > 0}
          flow={graph.flow !== undefined}
        />
      </div>
      <div className="pointer-events-none absolute inset-x-0 bottom-0 grid justify-items-start gap-2">
        <div className="flex flex-wrap gap-2 px-3 lg:px-4">
          <LeftOut graph={graph} />
          <Tidy placed={placed} />
        </div>
        {slider}
      </div>
    </>
  );
}

/** Lays everything anew that was moved by hand, or that grew piece by piece. */
function Tidy({ placed }: { readonly placed: Placed }) {
  const { keeper, working } = placed;
  const count = keeper.kept.pins.size;
  if (working && placed.large) {
    return (
      <p role="status" className="rounded-control border border-line bg-cloth px-3 py-2.5 text-note text-ink-2">
        Laying it out: places still get better
      </p>
    );
  }
  if (count === 0) return null;
  return (
    <Button className="pointer-events-auto px-3 text-note" onClick={keeper.reset}>
      Tidy up around {count === 1 ? "the pin" : `${count} pins`}
    </Button>
  );
}

function ViewSwitch({ graph, table }: { readonly graph: GraphState; readonly table: boolean }) {
  const Icon = table ? Waypoints : Table2;
  const label = table ? "Picture" : "Table";
  return (
    <Button
      aria-label={label}
      className="max-sm:w-11 max-sm:px-0 sm:px-3.5"
      onClick={() => graph.change({ view: table ? undefined : "table" })}
    >
      <Icon aria-hidden="true" size={18} strokeWidth={1.6} />
      <span className="max-sm:hidden">{label}</span>
    </Button>
  );
}
