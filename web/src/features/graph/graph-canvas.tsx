import { Table2, Waypoints } from "lucide-react";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import type { Address } from "../../lib/address.ts";
import { ExportMenu } from "./export/export-menu.tsx";
import { FilterMenu } from "./filter/filter-menu.tsx";
import type { Point } from "./geometry/curve.ts";
import { CHIP, GraphKey, PinButtons } from "./graph-canvas-parts.tsx";
import { TimeSlider } from "./history/time-slider.tsx";
import { usePlaces } from "./layout/use-places.ts";
import { LeftOut } from "./painter/left-out.tsx";
import { Picture, PictureWaits } from "./painter/picture.tsx";
import { useWide } from "./painter/use-wide.ts";
import { GraphTable } from "./table/graph-table.tsx";
import type { GraphState } from "./use-graph.ts";
import { useGraphSearch } from "./use-graph-search.ts";

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
          : "relative min-w-0 overflow-hidden lg:sticky lg:top-[65px] lg:h-[calc(100dvh-65px)]"
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
        <div ref={frame} className="lg:absolute lg:inset-0">
          <GraphPicture graph={graph} slider={slider} />
        </div>
      )}
      <div className="absolute top-3 right-3 flex gap-2 lg:right-4">
        <FilterMenu graph={graph} />
        <ViewSwitch />
        <ExportMenu graph={graph} frame={() => frame.current} />
      </div>
    </div>
  );
}

function GraphPicture({ graph, slider }: { readonly graph: GraphState; readonly slider: ReactNode }) {
  const { snapshot, view, visible, circles, selected } = graph;
  const form = useWide() ? "wide" : "narrow";
  const { registry } = snapshot.protocol;
  const placed = usePlaces({ registry, view, visible, circles, form });
  const [moving, setMoving] = useState<Address>();
  const asked = moving !== undefined && moving === selected && !placed.large;
  const onPlace = (place: Point) => {
    if (moving) placed.keeper.pin(moving, place);
    setMoving(undefined);
  };
  const Painted = placed.large ? LargePicture : Picture;
  return (
    <>
      <div className="relative h-[410px] overflow-hidden lg:absolute lg:inset-0 lg:h-auto">
        <Suspense fallback={<PictureWaits />}>
          <Painted graph={graph} placed={placed} form={form} onPlace={asked ? onPlace : undefined} />
        </Suspense>
      </div>
      <div className="pointer-events-none absolute top-3 left-3 max-w-[calc(100%-26rem)] rounded-control bg-ground/85 px-1.5 py-1 max-lg:hidden">
        <GraphKey graph={graph} pinned={placed.keeper.kept.pins.size > 0} />
      </div>
      {/* On a phone it lies below the picture, of which it would cover too much. */}
      <div className="pointer-events-none grid justify-items-start gap-2 lg:absolute lg:inset-x-0 lg:bottom-0">
        <div className="flex flex-wrap gap-2 px-3 lg:max-w-[calc(100%-5rem)] lg:px-4">
          <LeftOut graph={graph} />
          {placed.working && placed.large && (
            <p role="status" className={CHIP}>
              Laying it out: places still get better
            </p>
          )}
          {!placed.large && (
            <PinButtons
              graph={graph}
              keeper={placed.keeper}
              places={placed.places}
              moving={asked}
              onMoving={setMoving}
            />
          )}
        </div>
        {slider}
      </div>
    </>
  );
}

function ViewSwitch() {
  const { search, change } = useGraphSearch();
  const table = search.view === "table";
  const Icon = table ? Waypoints : Table2;
  const label = table ? "Picture" : "Table";
  return (
    <Button
      aria-label={label}
      className="max-sm:w-11 max-sm:px-0 sm:px-3.5"
      onClick={() => change({ view: table ? undefined : "table" })}
    >
      <Icon aria-hidden="true" size={18} strokeWidth={1.6} />
      <span className="max-sm:hidden">{label}</span>
    </Button>
  );
}
