import type { ReactNode } from "react";
import type { ChartPoint, ChartProps, ChartSeries } from "./chart-data.ts";
import { ChartFrame, type Plot } from "./chart-frame.tsx";
import { markFill } from "./marks.tsx";
import { stackValues } from "./stack-values.ts";

const WIDEST = 28;
/** The smallest amount still shows. */
const LEAST_HEIGHT = 2;

/** Amounts of equal times side by side, in layers of what they are made of. */
export function Bars(props: ChartProps): ReactNode {
  const { points, series } = props;
  return (
    <ChartFrame {...props} placing="bands" cumulative={false}>
      {(plot) =>
        points.map((point, index) => <Bar key={point.key} point={point} index={index} series={series} plot={plot} />)
      }
    </ChartFrame>
  );
}

interface BarProps {
  readonly point: ChartPoint;
  readonly index: number;
  readonly series: readonly ChartSeries[];
  readonly plot: Plot;
}

function Bar({ point, index, series, plot }: BarProps): ReactNode {
  const band = plot.x(1) - plot.x(0);
  const width = Math.max(1, Math.min(WIDEST, band * 0.72));
  const x = plot.x(index);
  return (
    <g>
      {plot.cursor === index && (
        <rect x={x - band / 2} width={band} y={0} height={plot.height} className="fill-ink/8" />
      )}
      {stackValues(point.values).map(({ from, to }, layer) => {
        const { key = "", mark = "solid" } = series[layer] ?? {};
        if (to === from) return null;
        const bottom = plot.scale.y(from);
        const height = Math.max(LEAST_HEIGHT, bottom - plot.scale.y(to));
        return (
          <rect
            key={key}
            data-series={key}
            x={x - width / 2}
            y={bottom - height}
            width={width}
            height={height}
            fill={markFill(mark, plot.id)}
            className="stroke-money"
            strokeWidth={mark === "solid" ? 0 : 1}
          />
        );
      })}
    </g>
  );
}
