import { area, line } from "d3-shape";
import { type ReactNode, useMemo } from "react";
import type { ChartProps, ChartSeries } from "./chart-data.ts";
import { ChartFrame, type Plot } from "./chart-frame.tsx";
import { markFill } from "./marks.tsx";
import { reducePoints } from "./reduce-points.ts";
import { type Layer, stackValues, sumOf } from "./stack-values.ts";

/** Amounts that grow over time, in layers of what they are made of. Values are all that came in until each point. */
export function AreaChart(props: ChartProps): ReactNode {
  const { points, series } = props;
  const layers = useMemo(() => points.map(({ values }) => stackValues(values)), [points]);
  return (
    <ChartFrame {...props} placing="edges" cumulative>
      {(plot) => <Areas layers={layers} series={series} plot={plot} />}
    </ChartFrame>
  );
}

interface AreasProps {
  /** Layers at each point. */
  readonly layers: readonly (readonly Layer[])[];
  readonly series: readonly ChartSeries[];
  readonly plot: Plot;
}

function Areas({ layers, series, plot }: AreasProps): ReactNode {
  const top = (index: number): bigint => layers[index]?.at(-1)?.to ?? 0n;
  const drawn = reducePoints(
    layers.map((_, index) => -plot.scale.y(top(index))),
    Math.max(1, Math.round(plot.width)),
  );
  const x = (index: number): number => plot.x(index);
  const edge = (layer: number, side: keyof Layer) => (index: number) =>
    plot.scale.y(layers[index]?.[layer]?.[side] ?? 0n);
  return (
    <>
      {series.map(({ key, mark }, layer) => (
        <g key={key} data-series={key}>
          <path
            d={area<number>(x, edge(layer, "from"), edge(layer, "to"))([...drawn]) ?? ""}
            fill={markFill(mark, plot.id)}
            // The lines of the axis shine through.
            fillOpacity={mark === "solid" ? 0.4 : 0.85}
          />
          {sumOf(layers.map((layersAt) => (layersAt[layer]?.to ?? 0n) - (layersAt[layer]?.from ?? 0n))) > 0n && (
            <path
              d={line<number>(x, edge(layer, "to"))([...drawn]) ?? ""}
              className="fill-transparent stroke-money"
              strokeWidth={1.5}
            />
          )}
        </g>
      ))}
      {plot.cursor !== undefined && <Reading x={x(plot.cursor)} y={plot.scale.y(top(plot.cursor))} plot={plot} />}
    </>
  );
}

function Reading({ x, y, plot }: { readonly x: number; readonly y: number; readonly plot: Plot }): ReactNode {
  return (
    <>
      <line x1={x} x2={x} y1={0} y2={plot.height} className="stroke-ink-2" />
      <circle cx={x} cy={y} r={4.5} className="fill-cloth stroke-ink" strokeWidth={2} />
    </>
  );
}
