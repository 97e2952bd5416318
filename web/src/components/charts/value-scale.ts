import { scaleLinear } from "d3-scale";
import { formatUnits } from "viem";

/** A line of the value axis. */
export interface Tick {
  /** Pixels from the top. */
  readonly y: number;
  readonly label: string;
}

/** Turns amounts into pixels; the amounts themselves stay whole wei. */
export interface ValueScale {
  /** Pixels from the top at which an amount stands. */
  readonly y: (wei: bigint) => number;
  readonly ticks: readonly Tick[];
}

const TICKS = 3;

/** A scale from 0 at the bottom to a round figure that is at least `most`, over `height` pixels. */
export function valueScale(most: bigint, decimals: number, height: number): ValueScale {
  const units = (wei: bigint): number => Number(formatUnits(wei, decimals));
  const scale = scaleLinear()
    .domain([0, most === 0n ? 1 : units(most)])
    .nice(TICKS)
    .range([height, 0]);
  const written = scale.tickFormat(TICKS);
  return {
    y: (wei) => scale(units(wei)),
    ticks: scale.ticks(TICKS).map((value) => ({ y: scale(value), label: written(value) })),
  };
}
