import { type ReactNode, useId } from "react";
import { useWidth } from "../../lib/use-width.ts";
import type { ChartPoint, ChartProps } from "./chart-data.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartTable } from "./chart-table.tsx";
import { MarkPatterns } from "./marks.tsx";
import { pointWords } from "./point-words.ts";
import { largestOf, sumOf } from "./stack-values.ts";
import { useCursor } from "./use-cursor.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";

const HEIGHT = 168;
/** Room above the highest value and under the lowest line, for labels of the axis. */
const MARGIN = 10;
const DIGIT_WIDTH = 7.5;

/** The surface that a chart draws on, in pixels. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly scale: ValueScale;
  /** Where a point stands, from the left. */
  readonly x: (index: number) => number;
  /** Names the patterns of this drawing: see `markFill`. */
  readonly id: string;
  /** Index of the point under the cursor. */
  readonly cursor: number | undefined;
}

interface ChartFrameProps extends ChartProps {
  /** Whether points have a band each, as bars do, or the first and the last stand on the edges. */
  readonly placing: "bands" | "edges";
  /** Whether values grow from point to point: the last then is the sum of all. */
  readonly cumulative: boolean;
  readonly children: (plot: Plot) => ReactNode;
}

/** What charts have in common: axis, legend, a cursor for pointer and arrow keys, and the table. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { sentence, points, decimals, placing, children } = props;
  const id = useId();
  const [element, width] = useWidth<HTMLDivElement>();
  const most = largestOf(points.map(({ values }) => sumOf(values)));
  const scale = valueScale(most, decimals, HEIGHT - 2 * MARGIN);
  const gutter = Math.ceil(Math.max(...scale.ticks.map(({ label }) => label.length)) * DIGIT_WIDTH) + 8;
  const inner = Math.max(1, width - gutter);
  const step = placing === "bands" ? inner / points.length : inner / Math.max(1, points.length - 1);
  const start = placing === "bands" ? step / 2 : 0;
  const cursor = useCursor(points.length, (x) => Math.round((x - gutter - start) / step));
  const plot = {
    width: inner,
    height: HEIGHT - 2 * MARGIN,
    scale,
    x: (index: number) => start + index * step,
    id,
    cursor: cursor.index,
  };
  const current = cursor.index === undefined ? undefined : points[cursor.index];
  return (
    <figure className="min-w-0">
      <ChartLegend {...props} current={current} />
      <div ref={element} className="mt-3 h-42 min-w-0">
        {width > 0 && (
          <svg
            role="img"
            aria-label={sentence}
            aria-description="Arrow keys read the values one by one."
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the values one by one.
            tabIndex={0}
            width={width}
            height={HEIGHT}
            className="block touch-pan-y overflow-visible rounded-small"
            {...cursor.handlers}
          >
            <MarkPatterns id={id} />
            <g transform={`translate(${gutter} ${MARGIN})`}>
              <Axis scale={scale} width={inner} gutter={gutter} />
              {children(plot)}
            </g>
          </svg>
        )}
      </div>
      <TimeLabels points={points} gutter={gutter} />
      <p className="sr-only" role="status">
        {cursor.byKey && current && pointWords(props, current)}
      </p>
      <ChartTable {...props} />
    </figure>
  );
}

function Axis(props: { readonly scale: ValueScale; readonly width: number; readonly gutter: number }): ReactNode {
  return props.scale.ticks.map(({ y, label }) => (
    <g key={y}>
      <line x1={0} x2={props.width} y1={y} y2={y} className="stroke-line" />
      <text x={-8} y={y} dy="0.35em" textAnchor="end" className="figures fill-ink-3 text-[12px]">
        {label}
      </text>
    </g>
  ));
}

function TimeLabels({ points, gutter }: { readonly points: readonly ChartPoint[]; readonly gutter: number }) {
  const first = points[0]?.label;
  const last = points.at(-1)?.label;
  return (
    <p
      aria-hidden="true"
      className="figures mt-1 flex justify-between gap-3 text-label text-ink-3"
      style={{ paddingLeft: gutter }}
    >
      <span>{first}</span>
      {first !== last && <span>{last}</span>}
    </p>
  );
}
