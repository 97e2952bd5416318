import { area, line } from "d3-shape";
import type { ReactNode } from "react";
import { reducePoints } from "./reduce-points.ts";
import { largestOf } from "./stack-values.ts";
import { valueScale } from "./value-scale.ts";

const WIDTH = 88;
const HEIGHT = 28;

/** What a sparkline shows. */
export interface SparkProps {
  /** Says in a sentence what it shows. */
  readonly sentence: string;
  /** Values at equal distances, oldest first: all that came in until then, in wei. */
  readonly values: readonly bigint[];
  readonly decimals: number;
}

/** How something grew, small enough for a cell of a table; the figures stand beside it. */
export function Spark({ sentence, values, decimals }: SparkProps): ReactNode {
  const { y } = valueScale(largestOf(values), decimals, HEIGHT - 4);
  const top = (index: number): number => y(values[index] ?? 0n) + 2;
  const x = (index: number): number => (values.length < 2 ? 0 : (index * WIDTH) / (values.length - 1));
  const drawn = [
    ...reducePoints(
      values.map((_, index) => -top(index)),
      WIDTH,
    ),
  ];
  return (
    <svg role="img" aria-label={sentence} width={WIDTH} height={HEIGHT} className="inline-block align-middle">
      <title>{sentence}</title>
      <path d={area<number>(x, HEIGHT - 2, top)(drawn) ?? ""} className="fill-money-soft" />
      <path d={line<number>(x, top)(drawn) ?? ""} className="fill-transparent stroke-money" strokeWidth={1.5} />
      <line x1={0} x2={WIDTH} y1={HEIGHT - 1.5} y2={HEIGHT - 1.5} className="stroke-line" />
    </svg>
  );
}
